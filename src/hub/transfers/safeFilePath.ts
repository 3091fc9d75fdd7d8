/** Names that Windows gives to devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const WINDOWS_FORBIDDEN = /[<>:"|?*\u0000-\u001f]/;

/**
 * Whether a path that the Hub gave can be a file below a folder of this machine: relative, without a step up, and without
 * what a file system would take for something else than a name.
 */
export function isSafeFilePath(file: string, platform: NodeJS.Platform = process.platform): boolean {
	if (file === '' || file.length > 4096 || file.includes('\0') || file.includes('\\')) {
		return false;
	}
	// `C:x` is relative to another drive's folder; it has no place in a repo on any system.
	if (/^[a-z]:/i.test(file)) {
		return false;
	}
	return file.split('/').every(segment => isSafeSegment(segment, platform));
}

function isSafeSegment(segment: string, platform: NodeJS.Platform): boolean {
	if (segment === '' || segment === '.' || segment === '..' || Buffer.byteLength(segment) > 255) {
		return false;
	}
	if (platform !== 'win32') {
		return true;
	}
	return !DEVICE.test(segment) && !WINDOWS_FORBIDDEN.test(segment) && !/[. ]$/.test(segment);
}
