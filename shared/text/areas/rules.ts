export const rulesVi = {};

export const rulesEn: typeof rulesVi = {};
