import '@vscode/codicons/dist/codicon.css';
import '../../media/page/page.css';
import '../../media/page/result.css';
import '../../media/page/markdown.css';
import '../../media/page/outputs.css';
import '../../media/page/tokens.css';
import '../../media/page/history.css';
import { ResultsPage } from './resultsPage';

const root = document.getElementById('page');
if (root) {
	new ResultsPage(root, acquireVsCodeApi()).start();
}
