use crate::server::{Server, Step, answer, json};
use crate::thing::{builder, get};
use clientsmith_runtime::runtime::ClientBuilder;
use std::process::Command;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixListener;

#[tokio::test]
async fn headers_of_one_name_add_up() {
    let server = Server::start([json("1")]).await;
    let builder = builder(&server.url).header("X-A", "1").header("x-a", "2");
    let client = builder.header("X-B", "3").build().unwrap();
    get(&client, &"x")
        .header("X-B", "4")
        .header("X-B", "5")
        .await
        .unwrap();
    let request = server.request();
    for line in ["x-a: 1\r\n", "x-a: 2\r\n", "x-b: 4\r\n", "x-b: 5\r\n"] {
        assert!(request.contains(line), "{request}");
    }
    assert!(!request.contains("x-b: 3"), "{request}");
}

#[tokio::test]
async fn redirects_stay_under_the_rules_of_the_client() {
    let other = Server::start([json("1")]).await;
    let location = format!("Location: {}/y\r\n", other.url);
    let server = Server::start([answer("307 X", &location, "")]).await;
    let builder = builder(&server.url).header("X-Key", "k");
    let client = builder
        .configure_http(|http| http.redirect(reqwest::redirect::Policy::limited(3)))
        .build()
        .unwrap();
    get(&client, &"x").await.unwrap();
    assert!(!other.request().contains("x-key"), "{}", other.request());
}

#[tokio::test]
async fn a_proxy_that_is_asked_for_is_used() {
    let proxy = Server::start([json("1")]).await;
    let through = reqwest::Proxy::all(&proxy.url).unwrap();
    let builder = builder("http://api.example").allow_http();
    let client = builder
        .configure_http(move |http| http.proxy(through))
        .build()
        .unwrap();
    get(&client, &"x").await.unwrap();
    let request = proxy.request();
    assert!(
        request.starts_with("GET http://api.example/things/x "),
        "{request}"
    );
}

#[tokio::test]
async fn settings_add_up_in_their_order() {
    let server = Server::start([json("1")]).await;
    let address = server.url.trim_start_matches("http://").parse().unwrap();
    let client = builder("http://api.example")
        .allow_http()
        .configure_http(move |http| http.resolve("api.example", address))
        .configure_http(|http| http.user_agent("never"))
        .build()
        .unwrap();
    get(&client, &"x").await.unwrap();
    let request = server.request();
    assert!(
        request.contains("user-agent: thing-client/1.2.3\r\n"),
        "{request}"
    );
}

#[tokio::test]
async fn a_unix_socket_is_reached() {
    let folder = std::env::temp_dir().join(format!("clientsmith-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("socket");
    let listener = UnixListener::bind(&path).unwrap();
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = [0; 1024];
        let length = stream.read(&mut request).await.unwrap();
        assert!(request[..length].starts_with(b"GET /v1/things/x HTTP/1.1\r\n"));
        let Step::Answer(text) = json("7") else {
            panic!("it is a response");
        };
        stream.write_all(text.as_bytes()).await.unwrap();
    });
    let socket = path.clone();
    let builder = builder("http://localhost/v1");
    let client = builder
        .configure_http(move |http| http.unix_socket(socket))
        .build()
        .unwrap();
    assert_eq!(get(&client, &"x").await.unwrap(), 7);
    std::fs::remove_dir_all(&folder).unwrap();
}

/// What the child process of the next test does.
#[tokio::test]
#[ignore = "is run by another test, with a proxy in its environment"]
async fn as_a_child() {
    let server = Server::start([json("1")]).await;
    let client = builder(&server.url).build().unwrap();
    get(&client, &"x").await.unwrap();
    assert_eq!(server.requests().len(), 1);
    let client: ClientBuilder = builder("http://api.example").allow_http();
    get(&client.build().unwrap(), &"x").await.unwrap();
}

#[tokio::test]
async fn this_machine_is_never_asked_for_at_a_proxy() {
    let proxy = Server::start([json("1")]).await;
    let mut child = Command::new(std::env::current_exe().unwrap());
    child
        .args(["--exact", "transport::as_a_child", "--ignored"])
        .env("HTTP_PROXY", &proxy.url)
        .env("http_proxy", &proxy.url)
        .env_remove("NO_PROXY")
        .env_remove("no_proxy");
    let done = tokio::task::spawn_blocking(move || child.output());
    let done = done.await.unwrap().unwrap();
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stdout)
    );
    let request = proxy.request();
    assert!(
        request.starts_with("GET http://api.example/things/x "),
        "{request}"
    );
}
