export const dayEndVi = {};

export const dayEndEn: typeof dayEndVi = {};
