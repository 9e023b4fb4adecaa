// Reads a workflow as GitHub does, and prints what is wrong with it and the jobs there are.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';

// The parser imports JSON without the attribute that Node asks for; its own consumers bundle it.
const hooks = `export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    return specifier.endsWith('.json') ? { ...found, importAttributes: { type: 'json' } } : found;
}`;
register('data:text/javascript,' + encodeURIComponent(hooks));
const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await import('@actions/workflow-parser');

const content = readFileSync(process.argv[2], 'utf8');
const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
const errors = context.errors.getErrors().map(error => error.message);
const jobs = errors.length > 0 ? [] : (await convertWorkflowTemplate(context, value)).jobs;
console.log(JSON.stringify({ errors, jobs: jobs.map(job => job.id.value) }));
