/** What a token is to slots, whatever their names: outside of all, where one begins, or where it goes on (Ramshaw & Marcus 1995). */
export const OUTSIDE = 0;
export const BEGIN = 1;
export const INSIDE = 2;
export const BOUNDARIES = 3;
