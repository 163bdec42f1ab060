/** The calling rule: its page in the settings, and the sheet for the wall. */
export const settingsQueueVi = {
  queue: {
    what: 'Luật gọi số của đơn vị. Thay đổi áp dụng từ lượt gọi kế tiếp.',
    order: 'Thứ tự gọi',
    run: 'Xen ưu tiên',
    runs: (run: number) => (run === 1 ? '1 ưu tiên rồi 1 thường' : `${run} ưu tiên rồi 1 thường`),
    runHint: (run: number) => `Giữa hai số thường, mỗi quầy gọi nhiều nhất ${run} số ưu tiên.`,
    absent: 'Gọi mà vắng',
    returnsAfter: 'Tự gọi lại',
    afterCalls: (calls: number) => `sau ${calls} lượt gọi khác`,
    maxReturns: 'Số lần tự gọi lại',
    times: (times: number) => (times === 0 ? 'không tự gọi lại' : `tối đa ${times} lần`),
    maxReturnsHint: 'Quá số lần này, cán bộ bấm gọi lại khi người đó quay lại.',
    classes: 'Ai được ưu tiên',
    classesHint:
      'Cán bộ hỏi theo danh sách này khi tiếp nhận. Chương trình chỉ nhớ “có ưu tiên”, không nhớ vì sao.',
    className: (place: number) => `Đối tượng ưu tiên ${place}`,
    newClass: 'Thêm đối tượng ưu tiên',
    noClasses: 'Chưa có đối tượng nào: mọi người được gọi theo thứ tự lấy số.',
    targets: 'Mục tiêu chờ',
    targetOf: (letter: string, name: string) => `${letter} · ${name}`,
    noTarget: 'không đặt',
    targetMinutes: (minutes: number) => `${minutes} phút`,
    targetHint: 'Có người chờ quá thì trưởng đơn vị được báo một lần, ở bảng Các quầy và trên thanh đầu.',
    sheet: 'Bản để treo tường',
    print: 'In quy tắc',
    preview: 'Quy tắc gọi số, bản in A4',
  },
  rule: {
    title: 'Quy tắc gọi số',
    inOrder: 'Gọi theo thứ tự lấy số.',
    inOrderMore:
      'Ai lấy số trước được gọi trước. Mỗi người một số; cán bộ gọi số, số gọi hiện trên màn hình.',
    priority: 'Người ưu tiên được gọi trước.',
    priorityMore: 'Báo cán bộ khi lấy số. Cán bộ chỉ ghi “có ưu tiên”, không ghi lý do.',
    nobodyForgotten: (run: number) =>
      run === 1
        ? 'Sau mỗi số ưu tiên, một số thường được gọi.'
        : `Sau ${run} số ưu tiên liền nhau, một số thường được gọi.`,
    nobodyForgottenMore: (counters: number): string =>
      counters > 1 ? 'Không ai bị bỏ quên. Mỗi quầy tính riêng lượt của quầy mình.' : 'Không ai bị bỏ quên.',
    absent: (after: number, times: number) =>
      times === 0
        ? 'Vắng khi được gọi: báo cán bộ để được gọi lại.'
        : `Vắng khi được gọi: số được gọi lại sau ${after} lượt.`,
    absentMore: (times: number): string =>
      times === 0
        ? 'Số vẫn có giá trị đến hết ngày.'
        : `Tự gọi lại tối đa ${times} lần. Sau đó báo cán bộ; số vẫn có giá trị đến hết ngày.`,
    who: 'Ai được ưu tiên',
    example: (tickets: number) => `Ví dụ: ${tickets} người đang chờ`,
    taken: 'Thứ tự lấy số',
    called: 'Thứ tự gọi',
    marked: 'số ưu tiên',
    ordinary: 'số thường',
    hours: 'Giờ tiếp dân',
    hotline: 'Tổng đài',
  },
};

export const settingsQueueEn: typeof settingsQueueVi = {
  queue: {
    what: "The office's calling rule. A change holds from the next call on.",
    order: 'Calling order',
    run: 'Priority mix',
    runs: (run) => `${run} priority, then 1 ordinary`,
    runHint: (run) =>
      `Between two ordinary numbers a counter calls at most ${run} priority ${run === 1 ? 'number' : 'numbers'}.`,
    absent: 'Called but absent',
    returnsAfter: 'Called again',
    afterCalls: (calls) => (calls === 1 ? 'after 1 other call' : `after ${calls} other calls`),
    maxReturns: 'How often by itself',
    times: (times) =>
      times === 0 ? 'never by itself' : times === 1 ? 'at most once' : `at most ${times} times`,
    maxReturnsHint: 'After that an officer calls when the person comes back.',
    classes: 'Who has priority',
    classesHint: 'Reception asks by this list. The program keeps only “has priority”, never why.',
    className: (place) => `Priority class ${place}`,
    newClass: 'Add a priority class',
    noClasses: 'No class yet: everybody is called in the order of taking a number.',
    targets: 'Target for waiting',
    targetOf: (letter, name) => `${letter} · ${name}`,
    noTarget: 'none',
    targetMinutes: (minutes) => `${minutes} minutes`,
    targetHint:
      'The leader is told once of each person who waits longer, on the board of counters and in the top bar.',
    sheet: 'For the wall',
    print: 'Print the rule',
    preview: 'The calling rule as printed on A4',
  },
  rule: {
    title: 'How numbers are called',
    inOrder: 'Numbers are called in the order they were taken.',
    inOrderMore: 'One person, one number. The officer calls it, the screen shows it.',
    priority: 'People with priority are called first.',
    priorityMore: 'Tell the officer when you take your number. The reason is not recorded.',
    nobodyForgotten: (run) =>
      run === 1
        ? 'After each priority number, one ordinary number is called.'
        : `After ${run} priority numbers in a row, one ordinary number is called.`,
    nobodyForgottenMore: (counters) =>
      counters > 1 ? 'Nobody is forgotten. Each counter keeps its own turns.' : 'Nobody is forgotten.',
    absent: (after, times) =>
      times === 0
        ? 'If you miss your call, tell an officer to be called again.'
        : `If you miss your call, you are called again after ${after} other ${after === 1 ? 'call' : 'calls'}.`,
    absentMore: (times) =>
      times === 0
        ? 'Your number stays valid all day.'
        : `At most ${times === 1 ? 'once' : `${times} times`}. After that tell an officer; your number stays valid all day.`,
    who: 'Who has priority',
    example: (tickets) => `Example: ${tickets} people are waiting`,
    taken: 'Order taken',
    called: 'Order called',
    marked: 'priority number',
    ordinary: 'ordinary number',
    hours: 'Opening hours',
    hotline: 'Hotline',
  },
};
