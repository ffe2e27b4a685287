/** Empty part of a column on either side of its bar. */
export const gap = 0.21;
