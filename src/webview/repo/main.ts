import '@vscode/codicons/dist/codicon.css';
import '../../../media/page/page.css';
import '../../../media/page/bar.css';
import '../../../media/page/result.css';
import '../../../media/page/markdown.css';
import '../../../media/page/tokens.css';
import '../../../media/page/repo.css';
import type { FromRepoPage } from '../../shared/repoPage';
import { RepoPage, type KeptState } from './repoPage';

const root = document.getElementById('page');
if (root) {
	new RepoPage(root, acquireVsCodeApi<FromRepoPage, KeptState>()).start();
}
