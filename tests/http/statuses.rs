//! Statuses and bodies that do not go together as documented.

use crate::failure::failure;
use crate::server::Server;
use crate::step::{Step, answer, json};
use crate::tiger::{SECRET, client};
use tiger_cloud::Error;
use tiger_cloud::models::UpdatePasswordInput;

const ACCEPTED: &str = "Content-Type: application/json\r\n";

#[tokio::test]
async fn a_body_where_none_is_documented_is_left_alone() {
    for step in [
        answer("202 Accepted", ACCEPTED, r#"{"message":"gone"}"#),
        answer("202 Accepted", ACCEPTED, "<p>"),
        answer("204 No Content", "", "left over"),
        answer("200 OK", "", ""),
    ] {
        let server = Server::start([step]).await;
        client(&server).delete_service("p", "s").await.unwrap();
    }
}

#[tokio::test]
async fn a_password_is_replaced_whatever_comes_with_the_204() {
    for body in ["", "{}", "left over"] {
        let server = Server::start([answer("204 No Content", "", body)]).await;
        let input = UpdatePasswordInput::new(SECRET);
        let call = client(&server).update_password("p", "s", &input);
        call.await.unwrap();
        let sent = format!("\r\n\r\n{{\"password\":\"{SECRET}\"}}");
        assert!(server.request().ends_with(&sent));
    }
}

#[tokio::test]
async fn no_body_where_one_is_documented_is_an_error() {
    for status in ["202 Accepted", "204 No Content"] {
        let server = Server::start([answer(status, "", "")]).await;
        let error = failure(client(&server).start_service("p", "s")).await;
        let expected = format!(
            "startService: cannot read the response ({status}, no content type): expected JSON, \
             found no body"
        );
        assert_eq!(error.to_string(), expected);
    }
}

#[tokio::test]
async fn other_statuses_of_success_are_success() {
    for status in ["200 OK", "201 Created", "203 Non-Authoritative", "299 Odd"] {
        let server = Server::start([answer(status, "", r#"{"name":"a"}"#)]).await;
        let service = client(&server).start_service("p", "s").await.unwrap();
        assert_eq!(service.name.as_deref(), Some("a"), "{status}");
    }
}

#[tokio::test]
async fn an_interim_response_is_not_the_answer() {
    let Step::Answer(text) = json(r#"{"name":"a"}"#) else {
        panic!("`json` returns an answer");
    };
    let hints = "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n";
    let server = Server::start([Step::Answer(format!("{hints}{text}"))]).await;
    let service = client(&server).get_service("p", "s").await.unwrap();
    assert_eq!(service.name.as_deref(), Some("a"));
}

#[tokio::test]
async fn what_is_no_http_is_an_error_of_transport() {
    let text = "SSH-2.0-server\r\nConnection: close\r\n\r\n".to_owned();
    let server = Server::start([Step::Answer(text)]).await;
    let error = failure(client(&server).get_service("p", "s")).await;
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
}
