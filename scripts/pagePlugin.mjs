// A rule of our own for the linter (`.oxlintrc.json`): what a test has a page do is sent there as text, so that a variable
// of the test's is not known to it. It is in plain JavaScript for the reason that `roomsPlugin.mjs` gives.

const senders = new Set(['evaluate', 'evaluateAll', 'evaluateHandle', 'waitForFunction', 'addInitScript']);

/** Whether a variable has a value that stays behind: types, and what the language or, as a test declares, the page has, do not. */
function staysBehind({ resolved, isTypeReference }) {
	return !isTypeReference && resolved?.defs.some(({ parent, node }) => !(parent ?? node).declare) === true;
}

const closed = {
	meta: { type: 'problem', schema: [] },
	create(context) {
		const { scopeManager } = context.sourceCode;
		return {
			CallExpression({ callee, arguments: [sent] }) {
				if (callee.type !== 'MemberExpression' || !senders.has(callee.property.name) || !sent) {
					return;
				}
				for (const reference of scopeManager.acquire(sent)?.through.filter(staysBehind) ?? []) {
					context.report({
						node: reference.identifier,
						message: `The page does not know ${reference.identifier.name}: hand it over as an argument.`,
					});
				}
			},
		};
	},
};

export default { meta: { name: 'page' }, rules: { closed } };
