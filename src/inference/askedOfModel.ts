/** What an answer's meaning depends on: what was asked of which model. */
export interface AskedOfModel {
	readonly model: string;
	readonly task: string;
	/** Only where one provider was asked for by name. */
	readonly provider?: string;
	readonly tokenName: string;
	/** The input, so that no error repeats it. */
	readonly text: string;
}
