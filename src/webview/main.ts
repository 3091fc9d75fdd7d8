import '@vscode/codicons/dist/codicon.css';
import '../../media/page/page.css';
import '../../media/page/bar.css';
import '../../media/page/fields.css';
import '../../media/page/result.css';
import '../../media/page/markdown.css';
import '../../media/page/outputs.css';
import '../../media/page/grid.css';
import '../../media/page/media.css';
import '../../media/page/tokens.css';
import '../../media/page/history.css';
import '../../media/page/conversation.css';
import '../../media/page/form.css';
import { ResultsPage } from './resultsPage';

const root = document.getElementById('page');
if (root) {
	new ResultsPage(root, acquireVsCodeApi()).start();
}
