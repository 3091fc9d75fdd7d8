/** A page in an editor at a zoom of 200 %: half the room, twice as fine. */
export const HALVED = { width: 320, height: 360, deviceScaleFactor: 2 };
