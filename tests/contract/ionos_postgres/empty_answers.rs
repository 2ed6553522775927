//! Answers without a body: status 202 for what goes on, 204 for what is done.

use ionos_postgres::models::CreateRestoreRequest;

use super::calls::{CLUSTER, DATABASE, USERNAME};
use super::client;
use crate::message::{Reply, json};
use crate::server::Server;

fn status(status: u16) -> Reply {
    Reply {
        status,
        ..Reply::default()
    }
}

#[tokio::test]
async fn a_restore_that_has_begun_is_accepted() {
    let server = Server::start().await;
    let body = CreateRestoreRequest::new("b");
    // Nobody reads a body that the document does not have, so one does no harm.
    let with_body = Reply {
        status: 202,
        ..json(r#"{"unexpected": true}"#)
    };
    for reply in [status(202), with_body] {
        server.answer([reply]);
        let call = client(&server.url).cluster_restore_post(CLUSTER, &body);
        let response = call.send().await.unwrap();
        assert_eq!(response.status(), 202);
        let () = response.into_body();
    }
}

#[tokio::test]
async fn what_is_removed_answers_with_no_content() {
    let server = Server::start().await;
    server.answer([status(204)]);
    let client = client(&server.url);
    let user = client.users_delete(CLUSTER, USERNAME).send().await.unwrap();
    let database = client.databases_delete(CLUSTER, DATABASE);
    let database = database.send().await.unwrap();
    assert_eq!(
        (user.status(), database.status()),
        (204.try_into().unwrap(), 204.try_into().unwrap())
    );
}
