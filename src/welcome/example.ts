/** A piece of code that gives a model something to explain, and the part of it that is worth asking about. */
export const EXAMPLE = {
	languageId: 'python',
	text: `# An example
# Nothing of it is saved: try a model on it, and close it again.

from collections import Counter


def most_common_pair(text):
    words = text.lower().split()
    pairs = Counter(zip(words, words[1:]))
    (pair, count), *_ = pairs.most_common(1) or [((), 0)]
    return " ".join(pair), count


print(most_common_pair("the tide rises the tide falls the tide rises again"))
`,
	/** The first and the last line of what is selected, counted from 1. */
	firstLine: 7,
	lastLine: 11,
} as const;
