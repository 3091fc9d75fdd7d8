/** How many models are offered in the place of another. */
const MOST = 3;

/**
 * Of `models`, in their order of preference, those that are most like `model`: of the same family and owner, by the parts of
 * their names. What shares nothing but the owner is not like it.
 */
export function similarModels(model: string, models: readonly string[]): readonly string[] {
	const wanted = partsOf(model);
	return models
		.filter(other => other !== model)
		.map(other => ({ other, likeness: likeness(wanted, partsOf(other)) }))
		.filter(one => one.likeness > 0)
		.sort((a, b) => b.likeness - a.likeness)
		.slice(0, MOST)
		.map(({ other }) => other);
}

interface Parts {
	readonly owner: string;
	readonly words: ReadonlySet<string>;
}

function partsOf(model: string): Parts {
	const [owner = '', name = ''] = model.toLowerCase().split('/');
	return { owner, words: new Set(name.match(/[a-z]+|\d+(?:\.\d+)?b?/g) ?? []) };
}

/** Letters count for more than numbers: they name the family. */
function likeness(one: Parts, other: Parts): number {
	const shared = [...one.words].filter(word => other.words.has(word));
	const letters = shared.filter(word => /^[a-z]/.test(word) && word.length > 2).length;
	return letters === 0 ? 0 : 2 * letters + shared.length + (one.owner === other.owner ? 1 : 0);
}
