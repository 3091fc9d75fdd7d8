import { answerText } from '../net/answerText';
import type { AnswerFacts } from '../net/operation';
import { problemOfAnswer } from '../net/problemOfAnswer';
import { problemOfRepo } from '../net/problemOfRepo';
import type { Problem } from '../shared/problem';
import { isRecord } from '../util/isRecord';
import type { AskedOfModel } from './askedOfModel';
import { withoutPrompt } from './withoutPrompt';

/** An answer with an error status, as far as its body says more than its status. */
interface Refusal {
	readonly status: number;
	/** The other side's sentence, or nothing. */
	readonly said: string;
	/** A machine's word for it, such as `model_not_supported`. */
	readonly kind: string;
	/** Seconds until a model is loaded, where the body says so. */
	readonly estimatedTime?: number;
	readonly asked: AskedOfModel;
}

interface Rule {
	readonly applies: (refusal: Refusal) => boolean;
	readonly problem: (refusal: Refusal) => Problem;
}

const WRONG_TASK = /\bnot a chat model\b|\bdoes not support (?:chat|this task)|\bnot supported for task\b/i;
const NO_PROVIDER = /\bnot supported by (?:any )?provider\b/i;
const TOO_LONG =
	/\btokens?\b.*(?:<=|must be|must have less|exceed|at most)|\b(?:less|more|fewer) than \d+ tokens\b|\bcontext (?:length|window|size)\b|\btoo (?:long|many tokens)\b|\bsequence length\b/i;
const LOADING = /\b(?:is|still|being) (?:currently |still |being )*load(?:ing|ed)\b/i;

const provider = ({ asked }: Refusal) => (asked.provider === undefined ? {} : { provider: asked.provider });

/** What the router and the providers behind it say in their own ways, before the meanings that all servers share. */
const RULES: readonly Rule[] = [
	{
		applies: ({ status, said }) => isAboutRequest(status) && WRONG_TASK.test(said),
		problem: ({ asked }) => ({ code: 'model.wrongTask', model: asked.model, task: asked.task }),
	},
	{
		applies: ({ status, said, kind }) =>
			isAboutRequest(status) && (kind === 'model_not_supported' || NO_PROVIDER.test(said)),
		problem: refusal => ({
			code: 'model.noProvider',
			model: refusal.asked.model,
			...provider(refusal),
		}),
	},
	{
		applies: ({ status }) => status === 404,
		problem: refusal => ({
			code: 'model.noProvider',
			model: refusal.asked.model,
			...provider(refusal),
		}),
	},
	{
		applies: ({ status }) => status === 410,
		problem: refusal => ({
			code: 'model.deprecated',
			model: refusal.asked.model,
			...provider(refusal),
		}),
	},
	{
		applies: ({ status, said, kind }) =>
			isAboutRequest(status) && (kind === 'context_length_exceeded' || TOO_LONG.test(said)),
		problem: ({ said }) => ({ code: 'input.tooLong', detail: said || 'The model takes fewer tokens.' }),
	},
	{
		applies: ({ status, said, estimatedTime }) =>
			status === 503 && (estimatedTime !== undefined || LOADING.test(said)),
		problem: ({ estimatedTime }) => ({
			code: 'loading',
			...(estimatedTime !== undefined && { estimatedSeconds: estimatedTime }),
		}),
	},
];

/** The problem behind an answer of the router with an error status. No detail repeats the input. */
export function problemOfRefusal(facts: AnswerFacts, asked: AskedOfModel): Problem {
	const said = answerText(facts) ?? '';
	const body = readBody(facts.errorBody ?? '');
	const refusal: Refusal = { ...body, status: facts.status, said, asked };
	const rule = RULES.find(one => one.applies(refusal));
	const problem =
		problemOfRepo(facts, asked.model, true) ??
		rule?.problem(refusal) ??
		problemOfAnswer(facts, {
			permission: 'inference',
			signedIn: true,
			tokenName: asked.tokenName,
			...(asked.tokenKey !== undefined && { tokenKey: asked.tokenKey }),
			...(asked.billTo !== undefined && { on: asked.billTo }),
		});
	return 'detail' in problem && problem.detail !== undefined
		? { ...problem, detail: withoutPrompt(problem.detail, asked.text) }
		: problem;
}

function isAboutRequest(status: number): boolean {
	return status === 400 || status === 404 || status === 413 || status === 422;
}

function readBody(body: string): Pick<Refusal, 'kind' | 'estimatedTime'> {
	const json = parsed(body);
	const inner = isRecord(json.error) ? json.error : json;
	const kind = [inner.code, inner.type, json.error_type].find(one => typeof one === 'string') ?? '';
	const { estimated_time: estimate } = json;
	return {
		kind: kind,
		...(typeof estimate === 'number' && estimate >= 0 && { estimatedTime: estimate }),
	};
}

function parsed(body: string): Readonly<Record<string, unknown>> {
	try {
		const json: unknown = JSON.parse(body);
		return isRecord(json) ? json : {};
	} catch {
		return {};
	}
}
