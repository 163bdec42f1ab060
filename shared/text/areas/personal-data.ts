/** The page of personal data in the settings. */
export const personalDataVi = {
  what: 'Thông tin về người dân chỉ giữ trong thời gian cần để tiếp và theo dõi. Hết hạn thì xóa hẳn; số liệu, báo cáo và nhật ký không đổi.',
  people: 'Đang giữ',
  count: (people: string) => `Thông tin của ${people} người`,
  oldest: 'Người đến lâu nhất',
  nobody: 'Chưa có ai',
  due: 'Đã đến hạn xóa',
  dueCount: (people: string) => (people === '0' ? 'Không có ai' : `${people} người`),
  kept: 'Giữ những gì',
  keeps: [
    ['Người dân', 'Họ tên, số giấy tờ, ngày sinh, giới tính, điện thoại: đến khi hết hạn sau lần dùng cuối'],
    ['Giấy tờ', 'Số và ghi chú của từng giấy tờ trong danh mục: xóa cùng với người'],
    ['Theo dõi', 'Ghi chú khi gọi điện: xóa cùng với người'],
    ['Lý do cán bộ ghi', 'Lý do tạm giữ, hủy, mở lại, nhận ngoại lệ và tên tổ chức: tính từ ngày của số đó'],
    ['Không bao giờ giữ', 'Ảnh thẻ, vân tay, mật khẩu, mã OTP, diện ưu tiên của ai'],
  ] as readonly (readonly [string, string])[],
  howLong: 'Giữ bao lâu',
  keepDays: 'Sau lần dùng cuối',
  days: (days: number) => `${days} ngày`,
  keepDaysHint: (source: string) =>
    `Lần dùng cuối là ngày đến quầy, ngày hẹn, ngày kích hoạt hay lần gọi gần nhất, lấy ngày muộn nhất. Luật buộc xóa khi đã xong mục đích, không định số ngày; đơn vị chọn. Căn cứ: ${source} (theo báo chí dẫn, đơn vị đối chiếu bản ký).`,
  purge: 'Xóa dữ liệu đến hạn',
  purgeHint: 'Tự chạy mỗi khi mở ngày, không làm chậm việc ở quầy. Nhật ký chỉ ghi số người đã xóa.',
  purgeNow: 'Xóa ngay dữ liệu đến hạn',
  nothingDue: 'Chưa có ai đến hạn.',
  purgeSays: (people: string, days: number) =>
    `Xóa hẳn thông tin của ${people} người không còn dùng đến từ ${days} ngày trước. Không lấy lại được. Bản sao lưu cũ còn giữ đến khi bản đó được xóa.`,
  purgeYes: 'Xóa hẳn',
  purged: (people: string) => `Đã xóa thông tin của ${people} người.`,
};

export const personalDataEn: typeof personalDataVi = {
  what: 'What is known about people stays only as long as serving and following them up needs it. Then it is deleted for good; figures, reports and the journal do not change.',
  people: 'Kept now',
  count: (people) => `Details of ${people} ${people === '1' ? 'person' : 'people'}`,
  oldest: 'Seen longest ago',
  nobody: 'Nobody yet',
  due: 'Due to go',
  dueCount: (people) => (people === '0' ? 'Nobody' : `${people} ${people === '1' ? 'person' : 'people'}`),
  kept: 'What is kept',
  keeps: [
    ['People', 'Name, ID number, birth date, sex, telephone: until their time after the last use is over'],
    ['Papers', 'Number and note of each paper on the checklist: go with the person'],
    ['Follow-up', 'Notes of telephone calls: go with the person'],
    [
      'Reasons officers typed',
      'Of holds, cancellations, reopenings and exceptions, and names of organisations: counted from the day of their ticket',
    ],
    ['Never kept', 'Pictures of cards, fingerprints, passwords, one-time codes, which priority somebody has'],
  ],
  howLong: 'For how long',
  keepDays: 'After the last use',
  days: (days) => `${days} days`,
  keepDaysHint: (source) =>
    `The last use is the visit, the day of a result, the activation or the latest call, whichever is latest. The law says that data goes once its purpose is reached and names no days; the office chooses. Source: ${source} (as the press quotes it; compare the signed text).`,
  purge: 'Deleting what is due',
  purgeHint:
    'Runs by itself whenever a day is opened and slows nobody down. The journal keeps only how many people went.',
  purgeNow: 'Delete what is due now',
  nothingDue: 'Nobody is due.',
  purgeSays: (people, days) =>
    `Deletes for good what is kept about ${people} ${people === '1' ? 'person' : 'people'} not used for ${days} days. It cannot be brought back. Older backups hold it until they go themselves.`,
  purgeYes: 'Delete for good',
  purged: (people) => `Deleted what was kept about ${people} ${people === '1' ? 'person' : 'people'}.`,
};
