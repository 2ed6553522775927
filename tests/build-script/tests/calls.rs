//! The client that the build script wrote works.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use clientsmith_build_script::library::models::{BookKind, Change, Link, Note, Quote, Reply};
use clientsmith_build_script::library::{Client, Patch};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

const ANSWER: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 31\r\nConnection: close\r\n\r\n{\"title\":\"Emma\",\"kind\":\"novel\"}";

#[tokio::test]
async fn an_operation_is_called() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let client = Client::builder()
        .base_url(format!("http://{address}"))
        .api_key("secret");
    let client = client.build().unwrap();
    let answer = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = vec![0; 4096];
        let length = stream.read(&mut request).await.unwrap();
        stream.write_all(ANSWER.as_bytes()).await.unwrap();
        String::from_utf8_lossy(&request[..length]).into_owned()
    };
    let change = Change::new().kind(Patch::Null);
    let call = async { client.change_book("a/b", &change).edition(2).await };
    let (request, book) = tokio::join!(answer, call);
    assert!(
        request.starts_with("PATCH /books/a%2Fb?edition=2 HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(request.ends_with("\r\n{\"kind\":null}"), "{request}");
    assert_eq!(book.unwrap().kind, Some(BookKind::Novel));
}

/// What `request` sends.
async fn sent<R: IntoFuture>(request: impl FnOnce(Client) -> R) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let client = Client::builder()
        .base_url(format!("http://{address}"))
        .api_key("secret");
    let call = request(client.build().unwrap()).into_future();
    let answer = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = vec![0; 4096];
        let length = stream.read(&mut request).await.unwrap();
        let answer = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
        stream.write_all(answer).await.unwrap();
        String::from_utf8_lossy(&request[..length]).into_owned()
    };
    tokio::join!(answer, call).0
}

#[tokio::test]
async fn parameters_with_one_value_are_sent_and_can_be_set() {
    let request = sent(|client| client.add_note(&Note::new("a"))).await;
    assert!(
        request.starts_with("POST /main/notes?api-version=2.0 HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(request.contains("\r\nx-level: 3\r\n"), "{request}");
    assert!(request.contains("\r\ncookie: full=true\r\n"), "{request}");

    let call = |client: Client| {
        let call = client.add_note(&Note::new("a"));
        call.shelf(&"other".into())
            .api_version(&"3".into())
            .x_level(&4.into())
            .full(false)
    };
    let request = sent(call).await;
    assert!(
        request.starts_with("POST /other/notes?api-version=3 HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(request.contains("\r\nx-level: 4\r\n"), "{request}");
    assert!(request.contains("\r\ncookie: full=false\r\n"), "{request}");
}

fn written(note: impl Into<Note>) -> String {
    serde_json::to_string(&note.into()).unwrap()
}

#[test]
fn unions_are_made_from_what_their_variants_hold() {
    assert_eq!(written(Note::new("a")), r#"{"type":"note","text":"a"}"#);
    assert_eq!(
        written(Note::new("a".to_owned())),
        r#"{"type":"note","text":"a"}"#
    );
    assert_eq!(written(Note::new(5)), r#"{"type":"note","text":5}"#);
    assert_eq!(written(Note::new(5_i64)), r#"{"type":"note","text":5}"#);
    let lines = vec!["a".to_owned()];
    assert_eq!(written(Note::new(lines)), r#"{"type":"note","text":["a"]}"#);
    let note = Note::new("a").rating(5);
    assert_eq!(written(note), r#"{"type":"note","text":"a","rating":5.0}"#);
    let note = Note::new("a").rating("good");
    assert_eq!(
        written(note),
        r#"{"type":"note","text":"a","rating":"good"}"#
    );
    let note = Note::new("a").rating(Patch::Null);
    assert_eq!(written(note), r#"{"type":"note","text":"a","rating":null}"#);
}

#[test]
fn the_only_value_of_a_member_can_be_replaced() {
    let note = Note::new("a").r#type("memo");
    assert_eq!(written(note), r#"{"type":"memo","text":"a"}"#);
}

#[test]
fn a_variant_always_carries_the_tag_that_selects_it() {
    let written = |reply: Reply| serde_json::to_string(&reply).unwrap();
    let mut link = Link::new("a");
    assert_eq!(link.kind, "link");
    let expected = r#"{"kind":"link","to":"a"}"#;
    assert_eq!(written(link.clone().into()), expected);
    link.kind = "quote".to_owned();
    assert_eq!(written(link.into()), expected);

    // Either value selects a quote.
    assert_eq!(written(Quote::new("cite").into()), r#"{"kind":"cite"}"#);
    assert_eq!(written(Quote::new("other").into()), r#"{"kind":"quote"}"#);

    let nested = Link::new("a").next(Quote::new("quote"));
    let nested: serde_json::Value = serde_json::from_str(&written(nested.into())).unwrap();
    let expected = serde_json::json!({ "kind": "link", "to": "a", "next": { "kind": "quote" } });
    assert_eq!(nested, expected);
}
