/** Every move of a ticket can be taken back this long after it was made. */
export const UNDO_SECONDS = 10;
