/** What an answer's meaning depends on: what was asked of which model. */
export interface AskedOfModel {
	readonly model: string;
	readonly task: string;
	/** Only where one provider was asked for by name. */
	readonly provider?: string;
	readonly tokenName: string;
	/** Which token it is (`Credential.key`). */
	readonly tokenKey?: string;
	/** The organisation that is to pay, where that is not the account itself. */
	readonly billTo?: string;
	/** The input, so that no error repeats it. */
	readonly text: string;
}
