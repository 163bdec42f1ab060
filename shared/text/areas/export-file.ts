export const exportFileVi = {};

export const exportFileEn: typeof exportFileVi = {};
