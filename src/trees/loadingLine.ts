import type { RepoType } from '../shared/repoType';

/** A repo that was dragged, with the task of a model where it is known. */
export interface DraggedRepo {
	readonly type: RepoType;
	readonly id: string;
	readonly task?: string;
}

type Line = (repo: DraggedRepo) => string | undefined;

const quoted = (text: string) => JSON.stringify(text);

const python: Line = ({ type, id, task }) => {
	switch (type) {
		case 'model':
			return `pipe = pipeline(${[...(task === undefined ? [] : [quoted(task)]), `model=${quoted(id)}`].join(', ')})`;
		case 'dataset':
			return `dataset = load_dataset(${quoted(id)})`;
		case 'space':
			return `client = Client(${quoted(id)})`;
	}
};

const script: Line = ({ type, id, task }) => {
	switch (type) {
		case 'model':
			return task === undefined ? undefined : `const pipe = await pipeline('${task}', '${id}');`;
		case 'dataset':
			return undefined;
		case 'space':
			return `const client = await Client.connect('${id}');`;
	}
};

const shell: Line = ({ type, id }) => `hf download ${id}${type === 'model' ? '' : ` --repo-type ${type}`}`;

const markdown: Line = ({ type, id }) =>
	`[${id}](https://huggingface.co/${type === 'model' ? '' : `${type}s/`}${id})`;

const LINES: Readonly<Record<string, Line>> = {
	python,
	javascript: script,
	typescript: script,
	javascriptreact: script,
	typescriptreact: script,
	shellscript: shell,
	powershell: shell,
	bat: shell,
	markdown,
};

/** The line that loads a repo in a language, or nothing where there is no usual one: its id alone will do then. */
export function loadingLine(languageId: string, repo: DraggedRepo): string | undefined {
	return Object.hasOwn(LINES, languageId) ? LINES[languageId]?.(repo) : undefined;
}
