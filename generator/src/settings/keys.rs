//! Every key of the settings: what the parser takes, what `docs/settings.md` lists, what a new settings file explains.

use super::key::Key;

/// All keys, in the order in which they are shown.
pub const KEYS: &[Key] = &[
    key(
        "unwrap",
        "member of successful responses that holds what was asked for, such as `\"result\"`, or a list of them, such as \
         `[\"data\", \"items\"]`, of which the first that a response has counts; stands before the tables",
        "none: the whole body is given",
        "\"result\"",
    ),
    key(
        "runtime",
        "where the code is that clients share: `\"embedded\"`, in `src/runtime` of the crate; `\"crate\"`, in the package \
         `clientsmith-runtime` that it depends on, so that several clients have one `Error` and are built faster; or \
         a table with `path`, the folder of that package, relative to the client; stands before the tables",
        "`\"embedded\"`",
        "\"crate\"",
    ),
    key(
        "package.name",
        "name of the crate",
        "`NAME`",
        "\"some-name\"",
    ),
    key(
        "package.version",
        "version of the crate",
        "`0.1.0`",
        "\"0.1.0\"",
    ),
    key(
        "package.released",
        "last released version of the crate: updates of a later version extend its changelog entry",
        "from git tags such as `v0.1.0` or `NAME-v0.1.0`; without any, every version is released",
        "\"0.1.0\"",
    ),
    key(
        "package.description",
        "one line about the crate",
        "`info.title` of the document",
        "\"Client of an API\"",
    ),
    key(
        "package.license",
        "license, an SPDX expression",
        "none",
        "\"MIT OR Apache-2.0\"",
    ),
    key(
        "package.repository",
        "address of the source",
        "none",
        "\"https://example.com/repository\"",
    ),
    key(
        "package.keywords",
        "keywords, up to 5",
        "none",
        "[\"api\", \"client\"]",
    ),
    key(
        "package.categories",
        "slugs of categories, up to 5",
        "none",
        "[\"api-bindings\"]",
    ),
    key(
        "environment.base_url",
        "variable that overrides the base URL",
        "`NAME_BASE_URL`",
        "\"BASE_URL\"",
    ),
    key(
        "environment.schemes.SCHEME.username",
        "variable with the user name, for HTTP Basic",
        "`NAME_USERNAME`",
        "\"USERNAME\"",
    ),
    key(
        "environment.schemes.SCHEME.password",
        "variable with the password, for HTTP Basic",
        "`NAME_PASSWORD`",
        "\"PASSWORD\"",
    ),
    key(
        "environment.schemes.SCHEME.token",
        "variable with the token or key, for other schemes",
        "`NAME_BEARER_TOKEN`, `NAME_API_KEY`",
        "\"TOKEN\"",
    ),
    key(
        "encode.deep-object-arrays",
        "arrays in style `deepObject`, in queries and forms: `\"numbered\"` (`a[0]=x&a[1]=y`), `\"bracketed\"` \
         (`a[]=x&a[]=y`) or `\"repeated\"` (`a=x&a=y`)",
        "`\"numbered\"`",
        "\"numbered\"",
    ),
    key(
        "decode.null-as-default",
        "`true` decodes a required property that is `null` or missing as the default of its type (0, `false`, empty), if it \
         has one; required arrays and maps always are",
        "`false`",
        "false",
    ),
    key(
        "decode.date-time-without-zone",
        "date-times without an offset in responses: `\"utc\"` (decoded as UTC), `\"string\"` (all date-times are typed as \
         strings) or `\"error\"`",
        "`\"error\"`",
        "\"error\"",
    ),
    key(
        "decode.date-with-time",
        "dates with a time in responses: `\"date\"` (the time is dropped), `\"string\"` (all dates are typed as strings) or \
         `\"error\"`",
        "`\"error\"`",
        "\"error\"",
    ),
    key(
        "decode.schemas.SCHEMA.null-as-default",
        "as `decode.null-as-default`, for one schema",
        "as for the API",
        "false",
    ),
    key(
        "decode.schemas.SCHEMA.date-time-without-zone",
        "as `decode.date-time-without-zone`, for one schema",
        "as for the API",
        "\"error\"",
    ),
    key(
        "decode.schemas.SCHEMA.date-with-time",
        "as `decode.date-with-time`, for one schema",
        "as for the API",
        "\"error\"",
    ),
    key(
        "decode.schemas.SCHEMA.members.MEMBER.null-as-default",
        "as `decode.null-as-default`, for one property",
        "as for the schema",
        "false",
    ),
    key(
        "decode.schemas.SCHEMA.members.MEMBER.date-time-without-zone",
        "as `decode.date-time-without-zone`, for one property",
        "as for the schema",
        "\"error\"",
    ),
    key(
        "decode.schemas.SCHEMA.members.MEMBER.date-with-time",
        "as `decode.date-with-time`, for one property",
        "as for the schema",
        "\"error\"",
    ),
    key(
        "decode.schemas.SCHEMA.members.MEMBER.any-value",
        "`true` types the property as any JSON value, for a property with a wrong schema",
        "`false`",
        "false",
    ),
    key(
        "names.operations.OPERATION.function",
        "name of the function of an operation; `OPERATION` is its `operationId`, or method and path (`\"GET /pets/{id}\"`)",
        "made from the `operationId`",
        "\"get_pet\"",
    ),
    key(
        "names.operations.OPERATION.parameters.PARAMETER",
        "name of the argument or setter for a parameter",
        "made from the name of the parameter",
        "\"page_size\"",
    ),
    key(
        "names.schemas.SCHEMA.type",
        "name of a type; `SCHEMA` is the name of a component schema, or the JSON pointer of any other schema",
        "made from the name of the schema, or from its place",
        "\"Pet\"",
    ),
    key(
        "names.schemas.SCHEMA.members.MEMBER",
        "name of the field for a property, or of the variant for a listed value",
        "made from the name of the property, or from the value",
        "\"created_at\"",
    ),
    key(
        "diff.severity.CODE",
        "verdict of all changes with this code: `\"compatible\"`, `\"risky\"` or `\"breaking\"`",
        "as in [all kinds of changes](../tests/diff/README.md)",
        "\"risky\"",
    ),
    key(
        "diff.accept.NAME.code",
        "code of a change that `--fail-on` does not count",
        "none",
        "\"property-removed\"",
    ),
    key(
        "diff.accept.NAME.place",
        "JSON pointer of the change, or of something around it, in the old or the new document",
        "none",
        "\"/components/schemas/Pet\"",
    ),
    key(
        "diff.accept.NAME.reason",
        "why the change is accepted",
        "none",
        "\"nobody uses it\"",
    ),
    key(
        "diff.accept.NAME.until",
        "last day on which the change is accepted",
        "no end",
        "2026-12-31",
    ),
    key(
        "lints.CODE",
        "`\"allow\"` hides a warning, `\"deny\"` makes it an error, `\"warn\"` shows it",
        "`\"warn\"`",
        "\"warn\"",
    ),
    key(
        "references.outside",
        "`true` lets references lead to files outside the folder of the document",
        "`false`",
        "false",
    ),
];

const fn key(
    path: &'static str,
    value: &'static str,
    absent: &'static str,
    example: &'static str,
) -> Key {
    Key {
        path,
        value,
        absent,
        example,
    }
}
