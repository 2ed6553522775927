//! Changes of the kinds that vendors make between releases, of the documents in `spec/`, and what they mean for programs.

use clientsmith::surface::Level;

use crate::pair::Pair;

const MINOR: Option<Level> = Some(Level::Minor);
const MAJOR: Option<Level> = Some(Level::Major);

const fn tiger(name: &'static str, level: Option<Level>, new: &'static str) -> Pair {
    step("tiger-cloud", name, level, new)
}

const fn clickhouse(name: &'static str, level: Option<Level>, new: &'static str) -> Pair {
    step("clickhouse-cloud", name, level, new)
}

const fn ionos(name: &'static str, level: Option<Level>, new: &'static str) -> Pair {
    step("ionos-postgres", name, level, new)
}

const fn step(
    spec: &'static str,
    name: &'static str,
    level: Option<Level>,
    new: &'static str,
) -> Pair {
    Pair {
        name,
        level,
        is_silent: false,
        spec: Some(spec),
        old: "{}",
        new,
    }
}

/// A step after which a name stands for something else: old programs compile.
const fn silent(spec: &'static str, name: &'static str, new: &'static str) -> Pair {
    Pair {
        is_silent: true,
        ..step(spec, name, MAJOR, new)
    }
}

/// Every step.
#[rustfmt::skip]
pub const ALL: &[Pair] = &[
    tiger("a property of responses is new", MINOR, "components: { schemas: { Service: { properties: { tags: { type: array, items: { type: string } } } } } }"),
    tiger("a property that is an inline object goes", MAJOR, "components: { schemas: { Service: { properties: { metadata: null } } } }"),
    tiger("a property has another name", MAJOR, "components: { schemas: { Service: { properties: { created: null, created_at: { type: string, format: date-time } } } } }"),
    tiger("a property that requests need", MAJOR, "components: { schemas: { ServiceCreate: { required: [name, region_code] } } }"),
    tiger("a property that responses always have", MAJOR, "components: { schemas: { Service: { required: [service_id] } } }"),
    tiger("a property is deprecated", MINOR, "components: { schemas: { Service: { properties: { metadata: { deprecated: true } } } } }"),
    tiger("a state is new", MINOR, "components: { schemas: { DeployStatus: { enum: [QUEUED, DELETING, CONFIGURING, READY, DELETED, UNSTABLE, PAUSING, PAUSED, RESUMING, UPGRADING, OPTIMIZING, MIGRATING] } } }"),
    silent("tiger-cloud", "values are written in small letters", "components: { schemas: { EnvironmentTag: { enum: [dev, prod] } } }"),
    tiger("numbers are texts", MAJOR, "components: { schemas: { ReadReplicaSetCreate: { properties: { cpu_millis: { type: string }, memory_gbs: { type: string } } } } }"),
    tiger("a text is one of listed values", MAJOR, "components: { schemas: { Peering: { properties: { status: { enum: [pending, active] } } } } }"),
    tiger("listed values are any text", MAJOR, "components: { schemas: { ServiceType: { enum: null } } }"),
    tiger("a date is a text", MAJOR, "components: { schemas: { Service: { properties: { created: { format: null } } } } }"),
    tiger("a number has the format it had anyway", None, "components: { schemas: { Endpoint: { properties: { port: { format: int64 } } } } }"),
    tiger("an inline object is a component of the same name", None, "components: { schemas: { Service: { properties: { resources: { items: { type: null, properties: null, $ref: '#/components/schemas/ServiceResource' } } } }, ServiceResource: { type: object, properties: { id: { type: string }, spec: { type: object, properties: { cpu_millis: { type: integer }, memory_gbs: { type: integer }, volume_type: { type: string } } } } } } }"),
    tiger("an inline object is a component of another name", MAJOR, "components: { schemas: { Service: { properties: { metadata: { type: null, properties: null, $ref: '#/components/schemas/Metadata' } } }, Metadata: { type: object, properties: { environment: { type: string } } } } }"),
    tiger("a component is two", MINOR, "components: { schemas: { VPC: { type: null, properties: null, allOf: [{ $ref: '#/components/schemas/Named' }, { type: object, properties: { cidr: { type: string }, region_code: { type: string } } }] }, Named: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string } } } } }"),
    tiger("a component has another name", MAJOR, "components: { schemas: { ForkSpec: null, Fork: { type: object, properties: { project_id: { type: string }, service_id: { type: string }, is_standby: { type: boolean } } }, Service: { properties: { forked_from: { $ref: '#/components/schemas/Fork' } } } } }"),
    tiger("a property closes a cycle of types", MAJOR, "components: { schemas: { ForkSpec: { properties: { service: { $ref: '#/components/schemas/Service' } } } } }"),
    tiger("an operation is new", MINOR, "paths: { /health: { get: { operationId: getHealth, responses: { '204': { description: Well. } } } } }"),
    tiger("an operation with its types goes", MAJOR, "paths: { /analytics/track: null }"),
    silent("tiger-cloud", "an operation has another path", "paths: { /auth/info: null, /auth: { get: { operationId: getAuthInfo, responses: { '200': { description: Info., content: { application/json: { schema: { $ref: '#/components/schemas/AuthInfo' } } } } } } } }"),
    tiger("an operation has another name", MAJOR, "paths: { /auth/info: { get: { operationId: fetchAuthInfo } } }"),
    tiger("an operation has another tag", None, "paths: { /auth/info: { get: { tags: [Keys] } } }"),
    silent("tiger-cloud", "an operation has another method", "paths: { '/projects/{project_id}/vpcs/{vpc_id}/rename': null, '/projects/{project_id}/vpcs/{vpc_id}/renaming': { put: { operationId: renameVPC, parameters: [{ $ref: '#/components/parameters/ProjectId' }, { $ref: '#/components/parameters/VPCId' }], requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/VPCRename' } } } }, responses: { '200': { description: Done., content: { application/json: { schema: { $ref: '#/components/schemas/VPC' } } } } } } } }"),
    tiger("a shared parameter is a number", MAJOR, "components: { parameters: { ProjectId: { schema: { type: integer } } } }"),
    tiger("an answer has a body", MAJOR, "paths: { '/projects/{project_id}/services/{service_id}': { delete: { responses: { '202': { content: { application/json: { schema: { $ref: '#/components/schemas/Service' } } } } } } } }"),
    tiger("an answer is in an envelope", MAJOR, "paths: { '/projects/{project_id}/services/{service_id}': { get: { responses: { '200': { content: { application/json: { schema: { $ref: null, type: object, properties: { data: { $ref: '#/components/schemas/Service' } } } } } } } } } }"),
    tiger("a list is in a page", MAJOR, "paths: { '/projects/{project_id}/services': { get: { responses: { '200': { content: { application/json: { schema: { type: object, items: null, properties: { items: { type: array, items: { $ref: '#/components/schemas/Service' } } } } } } } } } } }"),
    tiger("errors have another body", MAJOR, "components: { schemas: { Error: null, Problem: { type: object, properties: { title: { type: string } } } }, responses: { ClientError: { content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } } } }"),
    tiger("a body of another media type", None, "paths: { /auth/info: { get: { responses: { '200': { content: { application/json: null, application/vnd.tiger+json: { schema: { $ref: '#/components/schemas/AuthInfo' } } } } } } } }"),
    tiger("a body is optional", MAJOR, "paths: { /analytics/identify: { post: { requestBody: { required: false } } } }"),
    tiger("another way to authenticate", MINOR, "security: [{ basicAuth: [] }, { bearerAuth: [] }]\ncomponents: { securitySchemes: { bearerAuth: { type: http, scheme: bearer } } }"),
    tiger("another way to authenticate instead", MAJOR, "security: [{ bearerAuth: [] }]\ncomponents: { securitySchemes: { basicAuth: null, bearerAuth: { type: http, scheme: bearer } } }"),
    tiger("a response has another name", MAJOR, "paths: { /analytics/track: { post: { responses: { '200': { $ref: '#/components/responses/Tracked' } } } }, /analytics/identify: { post: { responses: { '200': { $ref: '#/components/responses/Tracked' } } } } }\ncomponents: { responses: { AnalyticsResponse: null, Tracked: { description: Done., content: { application/json: { schema: { type: object, properties: { status: { type: string } } } } } } } }"),
    tiger("an object tells that it holds more", MINOR, "components: { schemas: { Service: { additionalProperties: true } } }"),
    tiger("a text is a secret", MAJOR, "components: { schemas: { ServiceCreate: { properties: { name: { format: password } } } } }"),
    tiger("another domain", None, "servers: [{ url: 'https://cloud.example/public/api/v1' }]"),

    clickhouse("the envelope has another member", MAJOR, "components: { schemas: { ServiceEnvelope: { properties: { result: null, data: { $ref: '#/components/schemas/Service' } } } } }"),
    clickhouse("an alternative is new", MINOR, "components: { schemas: { BackupBucket: { oneOf: [{ $ref: '#/components/schemas/AwsBackupBucketProperties' }, { $ref: '#/components/schemas/GcpBackupBucketProperties' }, { $ref: '#/components/schemas/AzureBackupBucketProperties' }, { $ref: '#/components/schemas/OwnBackupBucketProperties' }] }, OwnBackupBucketProperties: { type: object, required: [bucketProvider], properties: { bucketProvider: { type: string, enum: [OWN] } } } } }"),
    clickhouse("alternatives are told apart by a property", None, "components: { schemas: { BackupBucket: { discriminator: { propertyName: bucketProvider, mapping: { AWS: '#/components/schemas/AwsBackupBucketProperties', GCP: '#/components/schemas/GcpBackupBucketProperties', AZURE: '#/components/schemas/AzureBackupBucketProperties' } } } } }"),
    clickhouse("an object is one of several", MAJOR, "components: { schemas: { PrivateEndpointConfig: { type: null, properties: null, oneOf: [{ type: object, title: Aws, required: [service], properties: { service: { type: string } } }, { type: object, title: Azure, required: [alias], properties: { alias: { type: string } } }] } } }"),
    clickhouse("a property of requests can be null", MAJOR, "components: { schemas: { ServicePatchRequest: { properties: { transparentDataEncryptionKeyId: { nullable: true } } } } }"),
    clickhouse("a property of responses can be null", None, "components: { schemas: { Backup: { properties: { finishedAt: { nullable: true } } } } }"),
    clickhouse("another success with another body", MAJOR, "paths: { '/v1/organizations/{organizationId}/services/{serviceId}/state': { patch: { responses: { '202': { description: Later., content: { application/json: { schema: { $ref: '#/components/schemas/Backup' } } } } } } } }"),
    clickhouse("an object has members that are not listed", MINOR, "components: { schemas: { Backup: { additionalProperties: { type: string } } } }"),

    ionos("what several schemas extend has another property", MINOR, "components: { schemas: { Pagination: { properties: { total: { type: integer } } } } }"),
    ionos("what is put together is written out", None, "components: { schemas: { UserResource: { allOf: null, type: object, required: [type, id, href, properties], properties: { type: { $ref: '#/components/schemas/ResourceType' }, id: { type: string }, href: { type: string }, metadata: { $ref: '#/components/schemas/Metadata' }, properties: { $ref: '#/components/schemas/UserProperties' } } } } }"),
    ionos("only the server sets a required property", MAJOR, "components: { schemas: { UserProperties: { properties: { username: { readOnly: true } } } } }"),
    ionos("the server does not tell a property", None, "components: { schemas: { UserProperties: { properties: { password: { writeOnly: true } } } } }"),
    ionos("the first optional parameter", MAJOR, "paths: { '/clusters/{clusterId}': { get: { parameters: [{ $ref: '#/components/parameters/ClusterIdPath' }, { name: X-Contract, in: header, schema: { type: integer } }] } } }"),
    ionos("another optional parameter", MINOR, "paths: { /clusters: { get: { parameters: [{ $ref: '#/components/parameters/PaginationLimit' }, { $ref: '#/components/parameters/PaginationOffset' }, { $ref: '#/components/parameters/ClusterNameQuery' }, { name: sort, in: query, schema: { type: string } }] } } }"),
    ionos("a shared parameter is required", MAJOR, "components: { parameters: { PaginationLimit: { required: true } } }"),
    silent("ionos-postgres", "a parameter travels in a header", "components: { parameters: { PaginationLimit: { in: header } } }"),
    ionos("an inline parameter is a component", MAJOR, "paths: { '/clusters/{clusterId}/logs': { get: { parameters: [{ $ref: '#/components/parameters/ClusterIdPath' }, { $ref: '#/components/parameters/LogDirection' }] } } }\ncomponents: { parameters: { LogDirection: { name: direction, in: query, schema: { type: string, enum: [BACKWARD, FORWARD] } } } }"),
    ionos("a variable of the server", MINOR, "servers: [{ url: 'https://{region}.ionos.example', variables: { region: { default: de } } }]"),
    ionos("a way to authenticate goes", MAJOR, "security: [{ bearerAuth: [] }, { tokenAuth: [] }]\ncomponents: { securitySchemes: { basicAuth: null } }"),
];
