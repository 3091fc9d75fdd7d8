import type { UploadSource } from '../hub/transfers/upload/uploadPlan';

/** Where an upload goes to. */
export type UploadPlace = Pick<UploadSource, 'repo' | 'branch' | 'into'>;
