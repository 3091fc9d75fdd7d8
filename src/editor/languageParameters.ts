/** What translation models with several languages call them. */
export const LANGUAGE_PARAMETERS = ['src_lang', 'tgt_lang'] as const;
