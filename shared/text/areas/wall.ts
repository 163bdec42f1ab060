export const wallVi = {};

export const wallEn: typeof wallVi = {};
