//! URLs: where a call goes, and what may not be part of it.

use crate::failure::failure;
use crate::server::Server;
use crate::step::json;
use crate::tiger::{builder, client, order};
use tiger_cloud::Error;

const EMPTY: &str = "is part of the path and must not be empty";
const DOTS: &str = "is part of the path and must not be `.` or `..`";

#[tokio::test]
async fn what_would_change_the_path_is_refused_before_anything_is_sent() {
    let server = Server::start([json("{}")]).await;
    let client = client(&server);
    let cases = [
        ("p", "..", "service_id", DOTS),
        ("p", ".", "service_id", DOTS),
        ("p", "%2e%2E", "service_id", DOTS),
        ("p", "", "service_id", EMPTY),
        ("..", "s", "project_id", DOTS),
        ("", "s", "project_id", EMPTY),
    ];
    for (project, service, parameter, problem) in cases {
        let error = failure(client.get_service(project, service)).await;
        let Error::Parameter {
            operation, name, ..
        } = &error
        else {
            panic!("{error:?}");
        };
        assert_eq!((*operation, name.as_str()), ("getService", parameter));
        let expected = format!("getService: parameter `{parameter}` {problem}");
        assert_eq!(error.to_string(), expected);
    }
    client.get_service("p", "s").await.unwrap();
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn writes_are_refused_alike() {
    let server = Server::start([json("{}")]).await;
    let client = client(&server);
    let errors = [
        failure(client.delete_service("p", "..")).await,
        failure(client.create_service("..", &order())).await,
        failure(client.get_service_logs("p", "..").cursor("c")).await,
    ];
    for error in errors {
        assert!(matches!(error, Error::Parameter { .. }), "{error:?}");
    }
    client.get_service("p", "s").await.unwrap();
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_value_is_one_encoded_segment() {
    let cases = [
        ("a/b?c#d é", "a%2Fb%3Fc%23d%20%C3%A9"),
        ("../../x", "..%2F..%2Fx"),
        ("a%2Fb", "a%252Fb"),
        ("a\\..\\b;c=d&e+f", "a%5C..%5Cb%3Bc%3Dd%26e%2Bf"),
        ("...", "..."),
        ("A-z_0.9~", "A-z_0.9~"),
        ("\r\nx: y\0", "%0D%0Ax%3A%20y%00"),
    ];
    for (id, segment) in cases {
        let server = Server::start([json("{}")]).await;
        client(&server).get_service("p", id).await.unwrap();
        let line = format!("GET /projects/p/services/{segment} HTTP/1.1\r\n");
        assert!(server.request().starts_with(&line), "{}", server.request());
    }
}

#[tokio::test]
async fn the_path_of_the_server_url_is_kept() {
    for suffix in ["/public/api/v1", "/public/api/v1/", "/public/api/v1//"] {
        let server = Server::start([json("{}")]).await;
        let builder = builder(&server).base_url(server.url.clone() + suffix);
        let client = builder.build().unwrap();
        client.get_service("p", "s").await.unwrap();
        let line = "GET /public/api/v1/projects/p/services/s HTTP/1.1\r\n";
        assert!(server.request().starts_with(line), "{}", server.request());
        assert_eq!(client.base_url(), server.url.clone() + "/public/api/v1");
    }
}

#[tokio::test]
async fn a_server_url_without_a_path_may_end_in_a_slash() {
    let server = Server::start([json("{}")]).await;
    let builder = builder(&server).base_url(server.url.clone() + "/");
    let client = builder.build().unwrap();
    client.get_service("p", "s").await.unwrap();
    let line = "GET /projects/p/services/s HTTP/1.1\r\n";
    assert!(server.request().starts_with(line), "{}", server.request());
}
