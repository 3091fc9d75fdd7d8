import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cardCompletions, cardFindings, cardHover, type CardText } from '../../../src/card/cardLanguage';
import type { RepoType } from '../../../src/shared/repoType';

const hub = 'https://huggingface.co';
const card = (front: string, clone?: RepoType): CardText => ({
	text: `---\n${front}\n---\n# Title\n`,
	clone,
	hub,
});

/** Each finding as the text that it is about, and what the first fix makes of the whole front matter. */
function found(front: string, clone?: RepoType): ReadonlyArray<readonly [string, string | undefined]> {
	const given = card(front, clone);
	return cardFindings(given).map(({ from, to, fixes: [fix] }) => [
		given.text.slice(from, to),
		fix &&
			(given.text.slice(0, fix.from) + fix.text + given.text.slice(fix.to)).split('\n---\n')[0]?.slice(4),
	]);
}

describe('a card as it is written', () => {
	const right: ReadonlyArray<readonly [string, RepoType?]> = [
		[
			'license: mit\nlanguage:\n- en\n- "no"\n- multilingual\ntags: [a, b]\nbase_model: Qwen/Qwen3-8B\ndatasets:\n- imdb',
		],
		['license: other\nlicense_name: mine\nlicense_link: LICENSE\npipeline_tag: text-generation\nmy_own: 3'],
		[
			'task_categories: [text-classification]\nsize_categories:\n- n<1K\nconfigs:\n- config_name: a\n  data_files: b',
		],
		['title: x\nsdk: gradio\nsdk_version: "5.10"\ncolorFrom: red\npinned: false\napp_port: 80', 'space'],
		['model-index:\n- name: x\n  results: []\nwidget:\n- text: hi\ninference: false'],
		['license:\n- mit\n- apache-2.0\nlanguage: swh'],
	];
	for (const [front, clone] of right) {
		it(`has nothing wrong with ${JSON.stringify(front.slice(0, 50))}`, () =>
			assert.deepEqual(cardFindings(card(front, clone)), []));
	}

	const wrong: ReadonlyArray<
		readonly [front: string, at: string, mended: string | undefined, clone?: RepoType]
	> = [
		['license: Apache 2.0', 'Apache 2.0', 'license: apache-2.0'],
		['license: apache-2', 'apache-2', 'license: apache-2.0'],
		['license: my own', 'my own', 'license: other'],
		['license: CC BY 4.0', 'CC BY 4.0', 'license: cc-by-4.0'],
		['license: other', 'other', 'license: other\nlicense_name: my-license\nlicense_link: LICENSE'],
		['language: English', 'English', 'language: en'],
		['language: [en-US]', 'en-US', 'language: [en]'],
		['language: EN', 'EN', 'language: en'],
		['language:\n- no', 'no', 'language:\n- "no"'],
		['pipeline_tag: text-genration', 'text-genration', 'pipeline_tag: text-generation'],
		['license: mit\ntags: one, two', 'one, two', 'license: mit\ntags: [one, two]'],
		[
			'base_model: https://huggingface.co/Qwen/Qwen3-8B',
			'https://huggingface.co/Qwen/Qwen3-8B',
			'base_model: Qwen/Qwen3-8B',
		],
		['base_model: /home/me/llama', '/home/me/llama', undefined],
		[
			'datasets:\n- https://huggingface.co/datasets/a/b',
			'https://huggingface.co/datasets/a/b',
			'datasets:\n- a/b',
		],
		['license: mit\nlibary_name: peft', 'libary_name', 'license: mit\nlibrary_name: peft'],
		['sdk: gradoi', 'gradoi', 'sdk: gradio', 'space'],
		['sdk: gradio\nsdk_version: 5.10', '5.10', 'sdk: gradio\nsdk_version: "5.10"'],
		['sdk: docker\npinned: yes', 'yes', undefined],
		['sdk: static\ncolorTo: orange', 'orange', undefined],
		['size_categories: [1K-10K]', '1K-10K', 'size_categories: [1K<n<10K]'],
		['license: {a: b}', 'license', undefined],
		['pipeline_tag: [a, b]', 'pipeline_tag', undefined],
		['license: mit\nlicense: mit', 'license', undefined],
	];
	for (const [front, at, mended, clone] of wrong) {
		it(`says what is wrong with ${JSON.stringify(front)}, and mends it`, () =>
			assert.deepEqual(found(front, clone), [[at, mended]]));
	}

	it('says where its YAML is none, and that it has no end', () => {
		assert.deepEqual(
			cardFindings(card('license: mit\ntags: [a')).map(({ severity }) => severity),
			['error'],
		);
		const open = cardFindings({ text: '---\nlicense: mit\n', clone: undefined, hub });
		assert.match(open[0]?.message ?? '', /no end/);
	});

	it('is left alone where it is a page of a website, or has no front matter', () => {
		assert.deepEqual(cardFindings(card('layout: post\ntitle: Hi\ntags: a')), []);
		assert.deepEqual(cardFindings({ text: '# license: nonsense', clone: 'model', hub }), []);
	});

	it('is what its folder is a clone of, whatever its fields are', () => {
		assert.deepEqual(found('license: mit\nlibrary_name: 3', 'dataset'), []);
		assert.deepEqual(found('pretty_nam: x', 'dataset'), [['pretty_nam', 'pretty_name: x']]);
	});

	it('says the Hub’s own words at the field that they are about, until the front matter changes', () => {
		const given = card('license: mit\ntags: [a]');
		const said = { errors: ['"tags[0]" must not be empty'], warnings: ['the card is short'] };
		const verdict = { yaml: 'license: mit\ntags: [a]', said };
		const broken = new Map();
		const at = (text: CardText) =>
			cardFindings(text, { broken, verdict }).map(({ from, to, message }) => [
				text.text.slice(from, to),
				message,
			]);
		assert.deepEqual(at(given), [
			['tags', 'The Hub says: "tags[0]" must not be empty'],
			['---', 'The Hub says: the card is short'],
		]);
		assert.deepEqual(at(card('license: mit\ntags: [b]')), []);
	});

	it('comes of whatever stands in a README', () => {
		fc.assert(
			fc.property(fc.string(), fc.nat(300), (text, offset) => {
				for (const given of [card(text), card(`license: ${text}`), { ...card(''), text }]) {
					for (const { from, to, fixes } of cardFindings(given)) {
						assert.ok(from >= 0 && from < to && to <= given.text.length);
						assert.ok(fixes.every(fix => fix.from >= 0 && fix.to <= given.text.length));
					}
					cardCompletions(given, Math.min(offset, given.text.length));
					cardHover(given, Math.min(offset, given.text.length));
				}
			}),
		);
	});
});

describe('completion in a card', () => {
	/** What is offered at `|`, and what the one of a label makes of the line. */
	const at = (front: string, clone?: RepoType) => {
		const marked = `---\n${front}\n---\n`;
		const offset = marked.indexOf('|');
		const text = marked.replace('|', '');
		const offers = cardCompletions({ text, clone, hub }, offset);
		const accept = (label: string) => {
			const offer = offers.find(one => one.label === label);
			return (
				offer &&
				(text.slice(0, offer.replaces.from) + offer.text + text.slice(offer.replaces.to)).slice(4, -5)
			);
		};
		return { labels: offers.map(({ label }) => label), accept };
	};

	const accepted: ReadonlyArray<readonly [front: string, label: string, result: string, clone?: RepoType]> = [
		['|', 'license', 'license: '],
		['lic|', 'license', 'license: '],
		['license: mit\n|', 'tags', 'license: mit\ntags:\n- '],
		['|', 'widget', 'widget:'],
		['li|cen: mit', 'license', 'license: mit'],
		['license: |', 'apache-2.0', 'license: apache-2.0'],
		['license: ap|', 'apache-2.0', 'license: apache-2.0'],
		['language: |', 'no', 'language: "no"'],
		['language:\n- en\n- |', 'de', 'language:\n- en\n- de'],
		['language:\n  - en\n  # more\n  - f|', 'fr', 'language:\n  - en\n  # more\n  - fr'],
		['language: [en, |]', 'de', 'language: [en, de]'],
		['language: [e|]', 'en', 'language: [en]'],
		['pipeline_tag: text-|', 'text-generation', 'pipeline_tag: text-generation'],
		['library_name: |', 'transformers', 'library_name: transformers'],
		['metrics:\n- |', 'wer', 'metrics:\n- wer'],
		['sdk: |', 'gradio', 'sdk: gradio'],
		['task_categories:\n- |', 'translation', 'task_categories:\n- translation', 'dataset'],
		['pinned: |', 'true', 'pinned: true', 'space'],
	];
	for (const [front, label, result, clone] of accepted) {
		it(`makes of ${JSON.stringify(front)}: ${JSON.stringify(result)}`, () =>
			assert.equal(at(front, clone).accept(label), result));
	}

	it('offers to search the Hub for a repo, and asks nothing by itself', () => {
		assert.deepEqual(at('base_model: |').labels, ['Search the Hub’s Models…']);
		assert.deepEqual(at('datasets:\n- sq|').labels, ['Search the Hub’s Datasets…']);
	});

	it('offers no field twice, and nothing below the front matter or in deeper places', () => {
		assert.ok(!at('license: mit\n|').labels.includes('license'));
		const text = '---\nlicense: mit\n---\nlic';
		assert.deepEqual(cardCompletions({ text, clone: undefined, hub }, text.length), []);
		assert.deepEqual(at('model-index:\n- name: |').labels, []);
		assert.deepEqual(at('# |').labels, []);
	});
});

describe('hovering over a card', () => {
	const over = (front: string) => {
		const given = card(front.replace('|', ''));
		return cardHover(given, 4 + front.indexOf('|'));
	};

	it('says what a field is for, and what a value stands for', () => {
		assert.match(over('lic|ense: mit')?.about ?? '', /may do with it/);
		assert.equal(over('license: apache|-2.0')?.title, 'Apache 2.0');
		assert.equal(over('language:\n- s|w')?.title, 'Swahili');
		assert.equal(over('pipeline_tag: text-to|-speech')?.title, 'Text-to-Speech');
		assert.deepEqual(over('datasets: [a/|b]')?.page?.path, 'datasets/a/b');
		assert.equal(over('mine: |x\nlicense: mit'), undefined);
	});
});
