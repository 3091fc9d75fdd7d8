import type { TemplateResult } from 'lit';
import type { Metrics } from '../../shared/run';
import { formatMetrics } from '../formatMetrics';
import { figureList } from './figureList';

export function metricsLine(metrics: Metrics): TemplateResult {
	return figureList(formatMetrics(metrics), 'Figures of this run');
}
