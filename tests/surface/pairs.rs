//! Changes and what they mean for programs.

use clientsmith::surface::Level;

use crate::pair::Pair;

const PATCH: Option<Level> = Some(Level::Patch);
const MINOR: Option<Level> = Some(Level::Minor);
const MAJOR: Option<Level> = Some(Level::Major);

/// A change of the base document.
const fn change(name: &'static str, level: Option<Level>, new: &'static str) -> Pair {
    between(name, level, "{}", new)
}

/// A change between two documents.
const fn between(
    name: &'static str,
    level: Option<Level>,
    old: &'static str,
    new: &'static str,
) -> Pair {
    Pair {
        name,
        level,
        is_silent: false,
        spec: None,
        old,
        new,
    }
}

/// A change between two documents after which a name stands for something else: old programs compile.
const fn silent(name: &'static str, old: &'static str, new: &'static str) -> Pair {
    Pair {
        is_silent: true,
        ..between(name, MAJOR, old, new)
    }
}

/// Every pair.
#[rustfmt::skip]
pub const ALL: &[Pair] = &[
    change("nothing", None, "{}"),
    change("a description", None, "components: { schemas: { Thing: { description: New. } } }"),
    change("another tag", None, "paths: { '/things/{id}': { put: { tags: [other] } } }"),
    change("another error body", None, "paths: { '/things/{id}': { get: { responses: { default: { content: { application/json: { schema: { $ref: '#/components/schemas/Owner' } } } } } } } }"),

    change("an optional member is new", MINOR, "components: { schemas: { NewThing: { properties: { more: { type: string } } } } }"),
    change("a member of responses is new", MINOR, "components: { schemas: { Thing: { properties: { more: { type: string } } } } }"),
    change("a member goes", MAJOR, "components: { schemas: { Thing: { properties: { size: null } } } }"),
    change("a member has another name", MAJOR, "components: { schemas: { Thing: { properties: { size: null, length: { type: integer } } } } }"),
    change("a member is larger", MAJOR, "components: { schemas: { Thing: { properties: { size: { format: int64 } } } } }"),
    change("a member is a secret", MAJOR, "components: { schemas: { NewThing: { properties: { note: { format: password } } } } }"),
    change("an optional member is required", MAJOR, "components: { schemas: { NewThing: { required: [name, color, note] } } }"),
    change("a required member is optional", MAJOR, "components: { schemas: { NewThing: { required: [color] } } }"),
    change("a required member of requests is new", MAJOR, "components: { schemas: { NewThing: { required: [name, color, more], properties: { more: { type: string } } } } }"),
    change("a required member of requests with one value is new", MINOR, "components: { schemas: { NewThing: { required: [name, color, more], properties: { more: { type: string, enum: [a] } } } } }"),
    between("a required member of requests can have a second value", MAJOR,
        "components: { schemas: { NewThing: { required: [name, color, more], properties: { more: { type: boolean, enum: [true] } } } } }",
        "components: { schemas: { NewThing: { required: [name, color, more], properties: { more: { type: boolean } } } } }"),
    change("a required member of responses is new", MINOR, "components: { schemas: { Thing: { required: [id, more], properties: { more: { type: string } } } } }"),
    change("the first required member of a type", MAJOR, "components: { schemas: { Owner: { required: [more], properties: { more: { type: string } } } } }"),
    change("the last required member is optional", MAJOR, "components: { schemas: { Thing: { required: null } } }"),
    change("an optional member of requests can be null", MAJOR, "components: { schemas: { NewThing: { properties: { note: { nullable: true } } } } }"),
    change("an optional member of responses can be null", None, "components: { schemas: { Thing: { properties: { size: { nullable: true } } } } }"),
    change("a required member can be null", MAJOR, "components: { schemas: { NewThing: { properties: { name: { nullable: true } } } } }"),
    between("a required member that can be null is optional", MINOR,
        "components: { schemas: { Thing: { properties: { id: { nullable: true } } } } }",
        "components: { schemas: { Thing: { required: null } } }"),
    between("a member of responses that can be null is optional", None,
        "components: { schemas: { Owner: { required: [name, rank], properties: { name: { nullable: true }, rank: { type: string } } } } }",
        "components: { schemas: { Owner: { required: [rank], properties: { rank: { type: string } } } } }"),
    change("only the API sets a member", MAJOR, "components: { schemas: { NewThing: { properties: { note: { readOnly: true } } } } }"),
    change("a member is deprecated", MINOR, "components: { schemas: { NewThing: { properties: { note: { deprecated: true } } } } }"),
    between("a member is not deprecated any more", PATCH,
        "components: { schemas: { NewThing: { properties: { note: { deprecated: true } } } } }", "{}"),
    change("a type is deprecated", MINOR, "components: { schemas: { Owner: { deprecated: true } } }"),
    change("members that are not listed", MINOR, "components: { schemas: { Thing: { additionalProperties: { type: string } } } }"),
    change("an object is a map", MAJOR, "components: { schemas: { Owner: { properties: null } } }"),
    change("types lead to each other", MAJOR, "components: { schemas: { Owner: { properties: { thing: { $ref: '#/components/schemas/Thing' } } } } }"),
    change("the last date goes", MAJOR, "components: { schemas: { Thing: { properties: { made: null } } } }"),
    change("a type is sent from now on", MINOR, "components: { schemas: { NewThing: { properties: { owner: { $ref: '#/components/schemas/Owner' } } } } }"),

    between("an eighth required parameter", MAJOR,
        "paths: { /many: { get: { operationId: many, parameters: [{ name: a, in: query, required: true, schema: { type: string } }, { name: b, in: query, required: true, schema: { type: string } }, { name: c, in: query, required: true, schema: { type: string } }, { name: d, in: query, required: true, schema: { type: string } }, { name: e, in: query, required: true, schema: { type: string } }, { name: f, in: query, required: true, schema: { type: string } }, { name: g, in: query, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } } } }",
        "paths: { /many: { get: { operationId: many, parameters: [{ name: a, in: query, required: true, schema: { type: string } }, { name: b, in: query, required: true, schema: { type: string } }, { name: c, in: query, required: true, schema: { type: string } }, { name: d, in: query, required: true, schema: { type: string } }, { name: e, in: query, required: true, schema: { type: string } }, { name: f, in: query, required: true, schema: { type: string } }, { name: g, in: query, required: true, schema: { type: string } }, { name: h, in: query, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } } } }"),
    between("a ninth required parameter", MAJOR,
        "paths: { /many: { get: { operationId: many, parameters: [{ name: a, in: query, required: true, schema: { type: string } }, { name: b, in: query, required: true, schema: { type: string } }, { name: c, in: query, required: true, schema: { type: string } }, { name: d, in: query, required: true, schema: { type: string } }, { name: e, in: query, required: true, schema: { type: string } }, { name: f, in: query, required: true, schema: { type: string } }, { name: g, in: query, required: true, schema: { type: string } }, { name: h, in: query, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } } } }",
        "paths: { /many: { get: { operationId: many, parameters: [{ name: a, in: query, required: true, schema: { type: string } }, { name: b, in: query, required: true, schema: { type: string } }, { name: c, in: query, required: true, schema: { type: string } }, { name: d, in: query, required: true, schema: { type: string } }, { name: e, in: query, required: true, schema: { type: string } }, { name: f, in: query, required: true, schema: { type: string } }, { name: g, in: query, required: true, schema: { type: string } }, { name: h, in: query, required: true, schema: { type: string } }, { name: i, in: query, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } } } }"),
    between("eight required parameters are listed in another order", None,
        "paths: { /many: { get: { operationId: many, parameters: [{ name: a, in: query, required: true, schema: { type: string } }, { name: b, in: query, required: true, schema: { type: string } }, { name: c, in: query, required: true, schema: { type: string } }, { name: d, in: query, required: true, schema: { type: string } }, { name: e, in: query, required: true, schema: { type: string } }, { name: f, in: query, required: true, schema: { type: string } }, { name: g, in: query, required: true, schema: { type: string } }, { name: h, in: query, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } } } }",
        "paths: { /many: { get: { operationId: many, parameters: [{ name: h, in: query, required: true, schema: { type: string } }, { name: g, in: query, required: true, schema: { type: string } }, { name: f, in: query, required: true, schema: { type: string } }, { name: e, in: query, required: true, schema: { type: string } }, { name: d, in: query, required: true, schema: { type: string } }, { name: c, in: query, required: true, schema: { type: string } }, { name: b, in: query, required: true, schema: { type: string } }, { name: a, in: query, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } } } }"),

    silent("another operation takes the name",
        "paths: { /pet: { post: { operationId: getPet, responses: { '204': { description: Done. } } } } }",
        "paths: { /pet: { post: { operationId: getPet, responses: { '204': { description: Done. } } } }, /a: { get: { operationId: get_pet, responses: { '204': { description: Done. } } } } }"),
    silent("another parameter takes the name",
        "paths: { /a: { get: { operationId: list, parameters: [{ name: pageSize, in: query, required: false, schema: { type: string } }], responses: { '204': { description: Done. } } } } }",
        "paths: { /a: { get: { operationId: list, parameters: [{ name: pageSize, in: query, required: false, schema: { type: string } }, { name: page_size, in: query, required: false, schema: { type: string } }], responses: { '204': { description: Done. } } } } }"),
    silent("required parameters are renamed",
        "paths: { /a: { get: { operationId: list, parameters: [{ name: from, in: query, required: true, schema: { type: string } }, { name: to, in: query, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } } } }",
        "paths: { /a: { get: { operationId: list, parameters: [{ name: start, in: query, required: true, schema: { type: string } }, { name: end, in: query, required: true, schema: { type: string } }], responses: { '204': { description: Done. } } } } }"),
    silent("another property takes the name",
        "components: { schemas: { Thing: { properties: { lastSeen: { type: string } } } } }",
        "components: { schemas: { Thing: { properties: { lastSeen: { type: string }, last_seen: { type: string } } } } }"),
    silent("another value takes the name",
        "components: { schemas: { Color: { enum: [in_use] } } }",
        "components: { schemas: { Color: { enum: [in_use, in-use] } } }"),

    change("a value of an enum is new", MINOR, "components: { schemas: { Color: { enum: [red, green, blue] } } }"),
    change("a value of an enum goes", MAJOR, "components: { schemas: { Color: { enum: [red] } } }"),
    change("values stand in another order", None, "components: { schemas: { Color: { enum: [green, red] } } }"),
    change("an enum is any string", MAJOR, "components: { schemas: { Color: { enum: null } } }"),
    change("an enum is of integers", MAJOR, "components: { schemas: { Color: { type: integer, enum: [1, 2] } } }"),
    change("an alternative is new", MINOR, "components: { schemas: { Shape: { oneOf: [{ $ref: '#/components/schemas/Circle' }, { type: string }, { type: boolean }] } } }"),
    change("an alternative goes", MAJOR, "components: { schemas: { Shape: { oneOf: [{ $ref: '#/components/schemas/Circle' }, { type: boolean }] } } }"),
    change("alternatives of one type", MAJOR, "components: { schemas: { Shape: { oneOf: [{ $ref: '#/components/schemas/Circle' }, { type: string }, { $ref: '#/components/schemas/Word' }] }, Word: { type: string } } }"),
    between("alternatives of one type are one", MINOR,
        "components: { schemas: { Shape: { oneOf: [{ $ref: '#/components/schemas/Word' }, { $ref: '#/components/schemas/Circle' }] }, Word: { type: string } } }",
        "components: { schemas: { Shape: { oneOf: [{ $ref: '#/components/schemas/Word' }, { $ref: '#/components/schemas/Circle' }, { type: integer }] }, Word: { type: string } } }"),
    between("an alternative has a name", PATCH,
        "components: { schemas: { Tags: { type: array, items: { type: string } }, Shape: { oneOf: [{ $ref: '#/components/schemas/Circle' }, { type: array, items: { type: string } }, { $ref: '#/components/schemas/Lines' }] }, Lines: { type: array, items: { $ref: '#/components/schemas/Line' } }, Line: { type: integer } } }",
        "components: { schemas: { Tags: { type: array, items: { type: string } }, Shape: { oneOf: [{ $ref: '#/components/schemas/Circle' }, { type: array, items: { type: string } }, { $ref: '#/components/schemas/Lines' }] }, Lines: { type: array, items: { type: integer } }, Line: { type: integer } } }"),
    change("alternatives are an object", MAJOR, "components: { schemas: { Shape: { oneOf: null, type: object, properties: { side: { type: number } } } } }"),

    change("a list has a name", MINOR, "components: { schemas: { NewThing: { properties: { tags: { $ref: '#/components/schemas/Tags' } } }, Tags: { type: array, items: { type: string } } } }"),
    between("a list that has a name is spelled out", None,
        "components: { schemas: { NewThing: { properties: { tags: { $ref: '#/components/schemas/Tags' } } }, Tags: { type: array, items: { type: string } } } }",
        "components: { schemas: { NewThing: { properties: { tags: { $ref: null } } }, Tags: { type: array, items: { type: string } } } }"),
    between("an alias stands for another type", MAJOR,
        "components: { schemas: { Tags: { type: array, items: { type: string } } } }",
        "components: { schemas: { Tags: { type: array, items: { type: boolean } } } }"),
    between("items of a list have a name", PATCH,
        "components: { schemas: { Tag: { type: string } } }",
        "components: { schemas: { Tag: { type: string }, NewThing: { properties: { tags: { items: { $ref: '#/components/schemas/Tag' } } } } } }"),
    change("a schema has another name", MAJOR, "components: { schemas: { Owner: null, Person: { type: object, properties: { name: { type: string } } }, Thing: { properties: { owner: { $ref: '#/components/schemas/Person' } } } } }"),
    change("a schema has another name, and keeps the old one", MINOR, "components: { schemas: { Owner: { type: null, properties: null, $ref: '#/components/schemas/Person' }, Person: { type: object, properties: { name: { type: string } } }, Thing: { properties: { owner: { $ref: '#/components/schemas/Person' } } } } }"),
    between("another name becomes a type", MAJOR,
        "components: { schemas: { Person: { $ref: '#/components/schemas/Owner' } } }",
        "components: { schemas: { Person: { type: object, properties: { name: { type: string } } } } }"),
    change("an inline object has a name", MINOR, "components: { schemas: { Label: { type: object, properties: { text: { type: string } } } } }"),

    change("an operation is new", MINOR, "paths: { /all: { get: { operationId: all, responses: { '204': { description: None. } } } } }"),
    change("an operation goes", MAJOR, "paths: { '/things/{id}': { put: null } }"),
    change("an operation has another name", MAJOR, "paths: { '/things/{id}': { get: { operationId: readThing } } }"),
    change("an operation is deprecated", MINOR, "paths: { '/things/{id}': { get: { deprecated: true } } }"),
    change("the first optional parameter", MAJOR, "paths: { '/things/{id}': { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: full, in: query, schema: { type: boolean } }] } } }"),
    change("another optional parameter", MINOR, "paths: { '/things/{id}': { put: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: dry, in: query, schema: { type: boolean } }, { name: full, in: query, schema: { type: boolean } }] } } }"),
    change("the last optional parameter goes", MAJOR, "paths: { '/things/{id}': { put: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }] } } }"),
    change("an optional parameter is required", MAJOR, "paths: { '/things/{id}': { put: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: dry, in: query, required: true, schema: { type: boolean } }] } } }"),
    change("an optional parameter is deprecated", MINOR, "paths: { '/things/{id}': { put: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: dry, in: query, deprecated: true, schema: { type: boolean } }] } } }"),
    change("a required parameter is new", MAJOR, "paths: { '/things/{id}': { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: full, in: query, required: true, schema: { type: boolean } }] } } }"),
    change("a parameter has another type", MAJOR, "paths: { '/things/{id}': { get: { parameters: [{ name: id, in: path, required: true, schema: { type: integer } }] } } }"),
    change("a path parameter has another name", PATCH, "paths: { '/things/{id}': null, '/things/{key}': { get: { operationId: getThing, parameters: [{ name: key, in: path, required: true, schema: { type: string } }], responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } }, put: { operationId: putThing, parameters: [{ name: key, in: path, required: true, schema: { type: string } }, { name: dry, in: query, schema: { type: boolean } }], requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/NewThing' } } } }, responses: { '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } } }"),
    Pair {
        is_silent: true,
        ..between("arguments of one type stand in another order", MAJOR,
            "paths: { /find: { get: { operationId: find, parameters: [{ name: a, in: query, required: true, schema: { type: string } }, { name: c, in: query, required: true, schema: { type: string } }], responses: { '204': { description: None. } } } } }",
            "paths: { /find: { get: { operationId: find, parameters: [{ name: c, in: query, required: true, schema: { type: string } }, { name: d, in: query, required: true, schema: { type: string } }], responses: { '204': { description: None. } } } } }")
    },
    between("a list with a name in a parameter is spelled out", None,
        "paths: { /find: { get: { operationId: find, parameters: [{ name: a, in: query, required: true, schema: { $ref: '#/components/schemas/Tags' } }], responses: { '204': { description: None. } } } } }\ncomponents: { schemas: { Tags: { type: array, items: { type: string } } } }",
        "paths: { /find: { get: { operationId: find, parameters: [{ name: a, in: query, required: true, schema: { type: array, items: { type: string } } }], responses: { '204': { description: None. } } } } }\ncomponents: { schemas: { Tags: { type: array, items: { type: string } } } }"),
    between("a list in a parameter has a name", None,
        "paths: { /find: { get: { operationId: find, parameters: [{ name: a, in: query, required: true, schema: { type: array, items: { type: string } } }], responses: { '204': { description: None. } } } } }\ncomponents: { schemas: { Tags: { type: array, items: { type: string } } } }",
        "paths: { /find: { get: { operationId: find, parameters: [{ name: a, in: query, required: true, schema: { $ref: '#/components/schemas/Tags' } }], responses: { '204': { description: None. } } } } }\ncomponents: { schemas: { Tags: { type: array, items: { type: string } } } }"),
    change("a required parameter with one value is new", MAJOR, "paths: { '/things/{id}': { get: { parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: v, in: query, required: true, schema: { type: string, enum: ['1'] } }] } } }"),
    between("a required parameter can have a second value", MAJOR,
        "paths: { /find: { get: { operationId: find, parameters: [{ name: v, in: query, required: true, schema: { type: string, enum: ['1'] } }], responses: { '204': { description: None. } } } } }",
        "paths: { /find: { get: { operationId: find, parameters: [{ name: v, in: query, required: true, schema: { type: string, enum: ['1', '2'] } }], responses: { '204': { description: None. } } } } }"),
    change("the body is optional", MAJOR, "paths: { '/things/{id}': { put: { requestBody: { required: false } } } }"),
    change("the body goes", MAJOR, "paths: { '/things/{id}': { put: { requestBody: null } } }"),
    change("another body", MAJOR, "paths: { '/things/{id}': { put: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } } } }"),
    change("another result", MAJOR, "paths: { '/things/{id}': { get: { responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Owner' } } } } } } } }"),
    change("a result goes", MAJOR, "paths: { '/things/{id}': { get: { responses: { '200': { content: null } } } } }"),
    change("another success", MAJOR, "paths: { '/things/{id}': { get: { responses: { '202': { description: Later. } } } } }"),
    between("one more success", MINOR,
        "paths: { '/things/{id}': { get: { responses: { '202': { description: Later. } } } } }",
        "paths: { '/things/{id}': { get: { responses: { '202': { description: Later. }, '204': { description: None. } } } } }"),

    change("another way to authenticate", MINOR, "components: { securitySchemes: { login: { type: http, scheme: basic } } }"),
    change("another way instead", MAJOR, "components: { securitySchemes: { token: { scheme: basic } } }"),
    change("a second token", MAJOR, "components: { securitySchemes: { other: { type: http, scheme: bearer } } }"),
    change("another server", MINOR, "servers: [{ url: 'https://things.example' }, { url: 'https://test.example', description: test }]"),
    change("another first server", None, "servers: [{ url: 'https://new.example' }]"),
    between("a variable of a server", MAJOR,
        "servers: [{ url: 'https://{a}.example', variables: { a: { default: a } } }]",
        "servers: [{ url: 'https://{a}.{b}.example', variables: { a: { default: a }, b: { default: b } } }]"),
];
