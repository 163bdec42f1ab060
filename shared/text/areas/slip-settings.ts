import type { GuidanceBlock, NumberBlock } from '#shared/domain/slip/design.ts';

/** How slips look, and what the letters leave open. */
export const slipSettingsVi = {
  choice: {
    title: 'Phiếu này',
    language: 'Ngôn ngữ của phiếu',
    both: 'Cả hai',
    large: 'Chữ to',
  },

  design: {
    what: 'Dáng của số thứ tự và phiếu hướng dẫn. Mỗi lần lưu là một bản mới; phiếu ghi bản đã in, in lại giữ bản cũ.',
    usual: 'Thường in',
    language: 'Ngôn ngữ',
    languageHint: 'Người nước ngoài được in cả hai thứ tiếng. Ở quầy chọn lại được cho từng số.',
    large: 'In chữ to',
    largeNever: 'Không tự in',
    largeFrom: (age: number) => `Cho người từ ${age} tuổi`,
    largeAlways: 'Mọi phiếu',
    largeHint: 'Theo ngày sinh đã ghi. Ở quầy chọn lại được cho từng số.',
    look: 'Mẫu in',
    logo: 'Hình ở đầu phiếu',
    logoHint:
      'Ảnh PNG hoặc JPEG, in đen trắng. Không dùng quốc huy, con dấu: phiếu không được giống giấy tiếp nhận.',
    logoChoose: 'Chọn ảnh…',
    logoRemove: 'Bỏ ảnh',
    logoProblem: {
      kind: 'Chỉ nhận ảnh PNG hoặc JPEG. Lưu ảnh thành PNG rồi chọn lại.',
      big: 'Ảnh quá lớn. Chọn ảnh dưới 5 MB.',
      broken: 'Không đọc được ảnh này: tệp hỏng hoặc chưa tải xong. Mở thử ảnh rồi chọn lại.',
      empty: 'Ảnh quá nhạt, in ra sẽ trắng. Chọn ảnh đậm hơn.',
    },
    officeLine: (place: number) => `Dòng ${place} dưới tên đơn vị`,
    footerLine: (place: number) => `Dòng ${place} cuối phiếu`,
    officer: 'Tên cán bộ',
    officerHint: 'Dòng cuối phiếu: ai lấy số, ai kết thúc. Mẫu gốc không in tên cán bộ.',
    officerOn: 'Có in',
    officerOff: 'Không in',
    sampleOfficer: 'Trần Thu Hà',
    blocks: 'Các phần và thứ tự',
    blocksOf: { number: 'Số thứ tự', guidance: 'Phiếu hướng dẫn' },
    guidance: {
      message: 'Tin nhắn mẫu',
      window: 'Hạn kích hoạt',
      steps: 'Các bước kích hoạt',
      home: 'Làm mức 1 tại nhà',
      safe: 'Giữ tài khoản an toàn',
      ask: 'Hỏi thêm, tổng đài, mã QR',
    } satisfies Record<GuidanceBlock, string> as Record<GuidanceBlock, string>,
    number: {
      ahead: 'Số người đứng trước',
      hold: 'Giấy tờ cầm sẵn',
      wait: 'Chờ gọi và lỡ lượt',
    } satisfies Record<NumberBlock, string> as Record<NumberBlock, string>,
    kept: 'luôn in',
    keptWhy:
      'Luôn in: dòng không phải giấy tiếp nhận, việc đã làm, ngày có kết quả, giấy tờ thiếu, hạn kích hoạt và tổng đài (Nghị định 69/2024/NĐ-CP, Điều 14).',
    show: (name: string) => `In phần ${name}`,
    up: (name: string) => `Đưa ${name} lên`,
    down: (name: string) => `Đưa ${name} xuống`,
    inUse: (version: number) => `Đang dùng bản ${version}`,
    save: (version: number) => `Lưu thành bản ${version}`,
    discard: 'Bỏ thay đổi',
    reset: 'Về mẫu gốc',
    unchanged: 'Chưa có gì thay đổi so với bản đang dùng.',
    shipped: 'Đang là mẫu gốc.',
    versions: 'Các bản đã lưu',
    version: (version: number) => `Bản ${version}`,
    versionShipped: 'mẫu gốc',
    preview: 'Xem trước, cỡ thật',
    sheet: 'Tờ',
    paper: 'Giấy',
    language2: 'Ngôn ngữ xem trước',
  },

  open: {
    what: 'Chỗ văn bản không nói hoặc nói khác nhau. Chương trình chọn sẵn một cách; đơn vị quyết định cách của mình.',
    doubt: 'Văn bản chưa rõ',
    usual: 'Mặc định',
    source: 'Nguồn',
    noticeDay: 'Ngày có tin tính là ngày thứ nhất',
    noticeDayHint: (days: string, source: string) =>
      `Văn bản cho ${days} ngày từ khi có thông báo (${source}), không nói ngày có tin có tính hay không. Mặc định: không tính, đếm từ hôm sau.`,
    culture: 'Nghỉ ngày 24/11, Ngày Văn hóa Việt Nam',
    cultureHint:
      'Nghị quyết 28/2026/QH16 cho nghỉ từ năm 2026, theo báo chí dẫn lại; chưa thấy văn bản gốc. Mặc định: nghỉ.',
    sms: 'Tin nhắn mẫu viết có dấu',
    smsHint:
      'Cùng một tin, công văn 4867 Cần Giờ in không dấu ở mức 2; công văn 1451 Hà Nội (mức 1) và kế hoạch 3049 TP.HCM in có dấu; họ tên luôn không dấu. Mặc định: không dấu.',
    ways: 'Kích hoạt ở đâu',
    waysOf: {
      pack: 'Theo bộ quy định',
      app: 'Ứng dụng',
      both: 'Ứng dụng và web',
    },
    waysHint:
      'Tin nhắn mẫu trong ba văn bản năm 2023 (Hà Nội, Cần Giờ, TP.HCM) nêu cả địa chỉ web; văn bản Hà Đông, Cẩm Ngọc chỉ nói ứng dụng. Mặc định: theo bộ quy định đang dùng.',
    hotline: 'Tổng đài',
    hotlineHint: (value: string) =>
      `Số ${value} lấy từ ứng dụng VNeID, chưa thấy trong văn bản. Gọi thử trước khi in. Để trống thì dùng số này.`,
  },
};

export const slipSettingsEn: typeof slipSettingsVi = {
  choice: {
    title: 'This slip',
    language: 'Language of the slip',
    both: 'Both',
    large: 'Large print',
  },

  design: {
    what: 'The look of numbers and guidance slips. Every save is a new version; a slip names the version it was printed with, and a reprint keeps it.',
    usual: 'Usually printed',
    language: 'Language',
    languageHint: 'Foreigners get both languages. The counter can choose again for each number.',
    large: 'Large print',
    largeNever: 'Never by itself',
    largeFrom: (age) => `From the age of ${age}`,
    largeAlways: 'Every slip',
    largeHint: 'By the birth date on record. The counter can choose again for each number.',
    look: 'Layout',
    logo: 'Picture at the top',
    logoHint:
      'PNG or JPEG, printed in black. No national emblem, no seal: a slip must not look like a receipt.',
    logoChoose: 'Choose a picture…',
    logoRemove: 'Remove the picture',
    logoProblem: {
      kind: 'Only PNG and JPEG are accepted. Save the picture as PNG and choose it again.',
      big: 'The picture is too large. Choose one below 5 MB.',
      broken:
        'The picture cannot be read: the file is damaged or incomplete. Open it once, then choose again.',
      empty: 'The picture is too pale and would print white. Choose a darker one.',
    },
    officeLine: (place) => `Line ${place} below the office name`,
    footerLine: (place) => `Line ${place} at the end`,
    officer: 'Name of the officer',
    officerHint:
      'The last line: who issued the number, who ended the visit. The shipped design names nobody.',
    officerOn: 'Printed',
    officerOff: 'Not printed',
    sampleOfficer: 'Trần Thu Hà',
    blocks: 'Parts and their order',
    blocksOf: { number: 'Number', guidance: 'Guidance slip' },
    guidance: {
      message: 'Sample message',
      window: 'Days to activate in',
      steps: 'How to activate',
      home: 'Level 1 at home',
      safe: 'Keeping the account safe',
      ask: 'Questions, hotline, QR codes',
    },
    number: {
      ahead: 'How many are before',
      hold: 'Papers to have ready',
      wait: 'Waiting, and a missed call',
    },
    kept: 'always printed',
    keptWhy:
      'Always printed: that it is no receipt, what was done, the day of the result, papers missing, the days to activate in and the hotline (Decree 69/2024/NĐ-CP, Article 14).',
    show: (name) => `Print the part ${name}`,
    up: (name) => `Move ${name} up`,
    down: (name) => `Move ${name} down`,
    inUse: (version) => `Version ${version} in use`,
    save: (version) => `Save as version ${version}`,
    discard: 'Discard changes',
    reset: 'Back to the shipped layout',
    unchanged: 'Nothing differs from the version in use.',
    shipped: 'This is the shipped layout.',
    versions: 'Saved versions',
    version: (version) => `Version ${version}`,
    versionShipped: 'shipped',
    preview: 'Preview, true size',
    sheet: 'Sheet',
    paper: 'Paper',
    language2: 'Language of the preview',
  },

  open: {
    what: 'Where the texts are silent or differ. The program has chosen one way; the office decides on its own.',
    doubt: 'Unclear in the texts',
    usual: 'Default',
    source: 'Source',
    noticeDay: 'The day of the message counts as the first day',
    noticeDayHint: (days, source) =>
      `The text gives ${days} days from the notice (${source}) and does not say whether the day of the notice counts. Default: it does not, counting begins the day after.`,
    culture: '24 November, Vietnam Culture Day, is a day off',
    cultureHint:
      'Resolution 28/2026/QH16 gives the day off from 2026, as newspapers quote it; the act itself was not seen. Default: off.',
    sms: 'The sample message has diacritics',
    smsHint:
      'The same message has no marks in letter 4867 (level 2) and has them in letter 1451 (level 1) and plan 3049, all of 2023; the name never has any. Default: without.',
    ways: 'Where to activate',
    waysOf: {
      pack: 'As the rule pack says',
      app: 'The app',
      both: 'App and web',
    },
    waysHint:
      'The sample messages of 2023 (letters 1451 and 4867, plan 3049) name the web address too; the other two letters speak of the app alone. Default: as the rule pack in force says.',
    hotline: 'Hotline',
    hotlineHint: (value) =>
      `${value} comes from the VNeID app and was not found in a text. Call it before printing. Left empty, this number is used.`,
  },
};
