export const settingsVi = {};

export const settingsEn: typeof settingsVi = {};
