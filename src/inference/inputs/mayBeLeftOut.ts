import type { InputField } from './inputField';

/** Whether a task runs without the field, too. */
export function mayBeLeftOut(field: InputField): boolean {
	return (field.kind === 'text' || field.kind === 'list') && field.isOptional === true;
}
