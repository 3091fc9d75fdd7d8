/** Endings of files that hold weights, archives, pictures and the like: nothing that a text editor can show. */
const BINARY =
	/\.(?:safetensors|gguf|ggml|bin|pt|pth|ckpt|onnx|onnx_data|h5|keras|msgpack|npz|npy|pkl|pickle|joblib|tflite|pb|mlmodel|mlpackage|ot|model|spm|parquet|arrow|feather|zip|gz|bz2|xz|zst|tar|tgz|7z|rar|whl|png|jpe?g|gif|webp|bmp|ico|tiff?|mp3|wav|flac|ogg|m4a|mp4|webm|avi|mov|pdf|woff2?|ttf|otf|exe|dll|so|dylib|wasm)$/i;

export function isBinaryName(path: string): boolean {
	return BINARY.test(path);
}
