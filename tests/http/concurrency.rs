//! One client in many tasks.

use crate::server::Server;
use crate::step::Step;
use crate::tiger::client;
use tokio::task::JoinSet;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn each_task_gets_its_own_answer() {
    let server = Server::start([Step::Echo]).await;
    let client = client(&server);
    let mut tasks = JoinSet::new();
    for index in 0..64 {
        let client = client.clone();
        tasks.spawn(async move {
            let id = format!("s-{index}");
            let service = client.get_service("p", &id).await.unwrap();
            assert_eq!(service.service_id, Some(id));
        });
    }
    tasks.join_all().await;
    assert_eq!(server.requests().len(), 64);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_outlives_its_client_and_its_arguments() {
    let server = Server::start([Step::Echo]).await;
    let task = {
        let client = client(&server);
        let (project, service) = ("p".to_owned(), "s".to_owned());
        tokio::spawn(client.get_service(&project, &service).into_future())
    };
    let service = task.await.unwrap().unwrap();
    assert_eq!(service.service_id.as_deref(), Some("s"));
}

#[tokio::test]
async fn calls_of_one_task_run_side_by_side() {
    let server = Server::start([Step::Echo]).await;
    let client = client(&server);
    let (first, second) = tokio::join!(
        client.get_service("p", "a"),
        client.get_service("p", "b").send()
    );
    assert_eq!(first.unwrap().service_id.as_deref(), Some("a"));
    assert_eq!(second.unwrap().body().service_id.as_deref(), Some("b"));
}
