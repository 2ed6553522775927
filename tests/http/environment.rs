//! Clients that are set up by environment variables, each in a process of its own.

use crate::failure::{assert_discreet, discreet};
use crate::server::Server;
use crate::step::json;
use crate::tiger::SECRET;
use std::ffi::OsString;
use std::process::Command;
use tiger_cloud::{Client, Error};

const ACCESS_KEY: &str = "TIGER_CLOUD_ACCESS_KEY";
const SECRET_KEY: &str = "TIGER_CLOUD_SECRET_KEY";
const BASE_URL: &str = "TIGER_CLOUD_BASE_URL";

/// What `call_from_environment` prints in a process with these variables and no others of the client's.
async fn printed(variables: &[(&str, OsString)]) -> String {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([
        "--exact",
        "environment::call_from_environment",
        "--ignored",
        "--nocapture",
    ]);
    for name in [ACCESS_KEY, SECRET_KEY, BASE_URL] {
        command.env_remove(name);
    }
    command.envs(variables.iter().map(|(name, value)| (name, value)));
    let output = tokio::task::spawn_blocking(move || command.output()).await;
    let text = String::from_utf8(output.unwrap().unwrap().stdout).unwrap();
    assert_discreet(&text);
    text
}

/// Says how setting up a client went, and makes a call with it.
#[tokio::test]
#[ignore = "for the other tests of this module, in a process of its own"]
async fn call_from_environment() {
    match Client::from_env() {
        Ok(client) => {
            println!("{client:?}");
            // Never to a real server, should someone run this test with variables of their own.
            if client.base_url().starts_with("http://127.0.0.1:") {
                client.get_services("p").await.unwrap();
            }
        }
        Err(Error::Configuration(error)) => println!("refused: {error}!"),
        Err(other) => println!("{}", discreet::<()>(Err(other))),
    }
}

#[tokio::test]
async fn all_that_is_set_is_used() {
    let server = Server::start([json("[]")]).await;
    let variables = [
        (ACCESS_KEY, "access".into()),
        (SECRET_KEY, SECRET.into()),
        (BASE_URL, format!("{}/v1/", server.url).into()),
    ];
    let text = printed(&variables).await;
    let expected = format!("base_url: \"{}/v1\"", server.url);
    assert!(text.contains(&expected), "{text}");
    let request = server.request();
    assert!(
        request.starts_with("GET /v1/projects/p/services HTTP/1.1\r\n"),
        "{request}"
    );
    let header = "\r\nauthorization: Basic YWNjZXNzOmh1bnRlcjI=\r\n";
    assert!(request.contains(header), "{request}");
}

#[tokio::test]
async fn a_missing_variable_is_named() {
    let empty = (SECRET_KEY, OsString::new());
    let cases = [
        (
            vec![],
            "`TIGER_CLOUD_ACCESS_KEY` and `TIGER_CLOUD_SECRET_KEY`",
        ),
        (
            vec![(ACCESS_KEY, "access".into())],
            "`TIGER_CLOUD_SECRET_KEY`",
        ),
        (
            vec![(SECRET_KEY, SECRET.into())],
            "`TIGER_CLOUD_ACCESS_KEY`",
        ),
        (
            vec![(ACCESS_KEY, "access".into()), empty],
            "`TIGER_CLOUD_SECRET_KEY`",
        ),
    ];
    for (variables, missing) in cases {
        let text = printed(&variables).await;
        let expected = format!("refused: no credential: set the environment variables {missing}!");
        assert!(text.contains(&expected), "{text}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_variable_that_is_no_text_is_named() {
    use std::os::unix::ffi::OsStringExt;
    for name in [ACCESS_KEY, SECRET_KEY, BASE_URL] {
        let bytes = OsString::from_vec([SECRET.as_bytes(), b"\xff"].concat());
        let mut variables = vec![(ACCESS_KEY, "access".into()), (SECRET_KEY, SECRET.into())];
        variables.push((name, bytes));
        let text = printed(&variables).await;
        let expected = format!("refused: the environment variable `{name}` is no Unicode text!");
        assert!(text.contains(&expected), "{text}");
    }
}

#[tokio::test]
async fn a_base_url_is_checked_wherever_it_comes_from() {
    let variables = [
        (ACCESS_KEY, "access".into()),
        (SECRET_KEY, SECRET.into()),
        (BASE_URL, "http://example.com".into()),
    ];
    let text = printed(&variables).await;
    assert!(
        text.contains("refused: the base URL must use https"),
        "{text}"
    );
}
