//! The client that the build script wrote works.

use clientsmith_build_script::library::models::{BookKind, Change};
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
