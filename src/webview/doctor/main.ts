import '@vscode/codicons/dist/codicon.css';
import '../../../media/page/page.css';
import '../../../media/page/bar.css';
import '../../../media/page/fields.css';
import '../../../media/page/doctor.css';
import type { FromDoctorPage } from '../../shared/diagnosis';
import { DoctorPage } from './doctorPage';

const root = document.getElementById('page');
if (root) {
	new DoctorPage(root, acquireVsCodeApi<FromDoctorPage>()).start();
}
