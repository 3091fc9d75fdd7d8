import { permits, type Rights } from './permits';

/** Whether a token may call Inference Providers; one whose facts do not tell is given the benefit of the doubt. */
export function canRunInference(rights: Rights): boolean {
	return permits(rights, 'inference') ?? true;
}
