/** What a PC can be besides the desk of a new office: part of the guide. */
export const otherUsesVi = {
  uses: {
    title: 'Hoặc máy này là',
    join: { name: 'Quầy của đơn vị đã có', says: 'Nối vào máy chính trong phòng' },
    team: { name: 'Máy của tổ lưu động', says: 'Làm việc nơi khác, về thì gộp lại' },
    level: { name: 'Cấp tổng hợp', says: 'Nhận tệp số liệu của nhiều đơn vị' },
  },
  level: {
    title: 'Máy này là cấp tổng hợp',
    what: 'Dành cho nơi nhận số liệu ngày của nhiều đơn vị: một phòng của tỉnh, một xã có nhiều tổ, một ban chỉ đạo. Máy này không tiếp dân, không cấp số.',
    work: [
      { name: 'Nhận', says: 'Kéo tệp số liệu ngày của các đơn vị vào. Chữ ký từng tệp được kiểm.' },
      { name: 'Cộng', says: 'Biết ai chưa gửi trước 08:00, gọi số nào; số cộng theo ngày, tháng, chỉ tiêu.' },
      { name: 'Ký', says: 'Một tệp tổng hợp có chữ ký, gửi lên cấp trên.' },
    ],
    facts: [
      'Số liệu của cấp tổng hợp nằm trong thư mục riêng trên máy này, không lẫn với quầy.',
      'Từ nay mở chương trình là vào thẳng cấp tổng hợp.',
      'Chọn nhầm thì đổi lại được, chừng nào chưa nhận tệp nào.',
    ],
    hasOffice: 'Máy này đã là của một đơn vị nên không làm cấp tổng hợp được. Dùng máy khác.',
    go: 'Dùng máy này làm cấp tổng hợp',
    going: 'Đang mở cấp tổng hợp…',
    back: 'Quay lại thiết lập mới',
  },
};

export const otherUsesEn: typeof otherUsesVi = {
  uses: {
    title: 'Or this PC is',
    join: { name: 'A counter of an office', says: 'Joins the main PC of the room' },
    team: { name: 'A mobile team’s laptop', says: 'Works elsewhere, merged on return' },
    level: { name: 'A receiving level', says: 'Takes the day files of many offices' },
  },
  level: {
    title: 'This PC is a receiving level',
    what: 'For whoever gets the day figures of many offices: a department of the province, a commune with several posts, a steering committee. No citizens are received and no numbers given at this PC.',
    work: [
      { name: 'Receive', says: 'Drop the day files of the offices here. The signature of each is checked.' },
      { name: 'Add up', says: 'Who has not sent by 08:00 and whom to call; sums by day, month and target.' },
      { name: 'Sign', says: 'One signed file with the sum, for the level above.' },
    ],
    facts: [
      'Its figures lie in a folder of their own on this PC, apart from any desk.',
      'From now on the program opens as the receiving level.',
      'A wrong choice can be undone as long as no file was received.',
    ],
    hasOffice: 'This PC belongs to an office, so it cannot be a receiving level. Use another PC.',
    go: 'Make this PC a receiving level',
    going: 'Opening the receiving level…',
    back: 'Back to a new office',
  },
};
