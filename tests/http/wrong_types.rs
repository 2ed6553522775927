//! Successful answers whose JSON is not of the documented type.

use crate::decode_errors::{decode_error, unreadable};
use crate::failure::failure;
use crate::server::Server;
use crate::step::json;
use crate::tiger::client;

#[tokio::test]
async fn a_wrong_type_is_named_by_its_path() {
    let cases = [
        (
            r#"{"read_replica_sets":[{"endpoint":{"port":1}},{"endpoint":{"host":"h","port":"x"}}]}"#,
            "read_replica_sets[1].endpoint.port",
            "invalid type: string, expected i64",
        ),
        (
            r#"{"name":"a","resources":[{"spec":{"cpu_millis":1.5}}]}"#,
            "resources[0].spec.cpu_millis",
            "invalid value: floating point, expected i64",
        ),
        (
            r#"{"resources":{}}"#,
            "resources",
            "invalid type: map, expected a sequence",
        ),
        (
            r#"{"status":5}"#,
            "status",
            "invalid type: integer, expected a string",
        ),
        (
            r#"{"endpoint":[]}"#,
            "endpoint",
            "invalid type: sequence, expected an object (Endpoint)",
        ),
    ];
    for (body, path, problem) in cases {
        let error = unreadable(json(body)).await;
        assert_eq!(error.path(), Some(path), "{error}");
        let start = "getService: cannot read the response (200 OK, application/json)";
        assert_eq!(error.to_string(), format!("{start} at `{path}`: {problem}"));
    }
}

#[tokio::test]
async fn a_wrong_type_of_the_whole_is_at_the_top_level() {
    let error = unreadable(json("[]")).await;
    let expected = "getService: cannot read the response (200 OK, application/json) at the top \
                    level: invalid type: sequence, expected an object (Service)";
    assert_eq!(
        (error.to_string().as_str(), error.path()),
        (expected, Some(""))
    );
}

#[tokio::test]
async fn what_is_required_and_missing_is_named() {
    let cases = [
        ("{}", "", "missing field `type`"),
        (r#"{"type":"apiKey"}"#, "", "missing field `apiKey`"),
        (
            r#"{"type":"apiKey","apiKey":{"public_key":"k"}}"#,
            "apiKey",
            "missing field `name`",
        ),
    ];
    for (body, path, problem) in cases {
        let server = Server::start([json(body)]).await;
        let error = decode_error(failure(client(&server).get_auth_info()).await);
        assert_eq!(error.path(), Some(path), "{error}");
        assert!(
            error.to_string().ends_with(&format!(": {problem}")),
            "{error}"
        );
    }
}
