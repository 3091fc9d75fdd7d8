/** Runs in the page: what sticks out of it, and is in nothing that scrolls or cuts off by itself. */
export function elementsBeyondTheEdge(): string[] {
	const edge = document.documentElement.clientWidth + 0.5;
	const isCut = (element: Element | null): boolean =>
		element !== null &&
		(/auto|scroll|hidden/.test(getComputedStyle(element).overflowX) || isCut(element.parentElement));
	return [...document.querySelectorAll('#page *')]
		.filter(element => element.getBoundingClientRect().right > edge && !isCut(element.parentElement))
		.map(element => element.outerHTML.slice(0, 200));
}
