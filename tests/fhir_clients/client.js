// Does fhir-kit-client do with this server what its manual says it does? Ends with an error at the first thing that fails.
const assert = require('node:assert');

async function main() {
  const pkg = await import('fhir-kit-client');
  const Client = pkg.default || pkg.FhirClient || pkg.Client;
  const client = new Client({ baseUrl: process.env.BASE, customHeaders: { Authorization: `Bearer ${process.env.TOKEN}` } });
  const statement = await client.capabilityStatement();
  assert.strictEqual(statement.fhirVersion, '4.0.1');
  const smart = await client.smartAuthMetadata();
  assert.ok(String(smart.tokenUrl).endsWith('/oauth/token'));

  const person = await client.create({
    resourceType: 'Patient',
    body: { resourceType: 'Patient', name: [{ family: 'Kit', given: ['Node'] }], birthDate: '1951-01-01' },
  });
  assert.ok(person.id);
  const read = await client.read({ resourceType: 'Patient', id: person.id });
  assert.strictEqual(read.name[0].family, 'Kit');

  const entry = [1, 2, 3].map((day) => ({
    request: { method: 'POST', url: 'Observation' },
    resource: {
      resourceType: 'Observation', status: 'final', code: { text: 'Weight' },
      subject: { reference: `Patient/${person.id}` }, effectiveDateTime: `2026-03-0${day}T09:00:00Z`,
      valueQuantity: { value: 60 + day, unit: 'kg' },
    },
  }));
  const sent = await client.transaction({ body: { resourceType: 'Bundle', type: 'transaction', entry } });
  assert.deepStrictEqual(sent.entry.map((each) => each.response.status), ['201 Created', '201 Created', '201 Created']);

  let page = await client.search({ resourceType: 'Observation', searchParams: { patient: person.id, _count: 2, _sort: 'date' } });
  assert.strictEqual(page.total, 3);
  const seen = page.entry.map((each) => each.resource.effectiveDateTime);
  page = await client.nextPage({ bundle: page });
  seen.push(...page.entry.map((each) => each.resource.effectiveDateTime));
  assert.deepStrictEqual(seen, [1, 2, 3].map((day) => `2026-03-0${day}T09:00:00Z`));

  const first = page.entry[0].resource;
  const changed = await client.update({ resourceType: 'Observation', id: first.id, body: { ...first, status: 'amended' } });
  assert.strictEqual(changed.status, 'amended');
  const history = await client.history({ resourceType: 'Observation', id: first.id });
  assert.strictEqual(history.total, 2);
  const before = await client.vread({ resourceType: 'Observation', id: first.id, version: '1' });
  assert.strictEqual(before.status, 'final');
  const all = await client.operation({ name: 'everything', resourceType: 'Patient', id: person.id, method: 'GET' });
  assert.strictEqual(all.total, 4);

  await assert.rejects(client.read({ resourceType: 'Patient', id: 'nobody' }), (error) => error.response.status === 404);
  console.log('all is well');
}

main().catch((error) => {
  console.error(error.response ? JSON.stringify(error.response.data) : error);
  process.exit(1);
});
