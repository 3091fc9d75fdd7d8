/** A text as people name it (found anywhere in what is shown), or an expression for it. */
export type Pattern = string | RegExp;
