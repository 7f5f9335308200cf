/** How many photos one thing of a request may have. */
export const MOST_PHOTOS = 8;
