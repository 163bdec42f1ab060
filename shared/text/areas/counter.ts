export const counterVi = {};

export const counterEn: typeof counterVi = {};
