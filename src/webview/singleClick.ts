/** A listener that takes a double click for one: what a button starts is paid for, and the next button may be under the second. */
export function singleClick(press: () => void): (event: MouseEvent) => void {
	return ({ detail }) => {
		if (detail < 2) {
			press();
		}
	};
}
