//! A server that responds from a script and keeps what it was asked.

use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// One step of the script, for one connection.
#[derive(Clone)]
pub enum Step {
    /// Sends these bytes and closes.
    Answer(String),
    /// Closes without a response.
    Drop,
    /// Never responds.
    Hang,
}

/// A scripted server on a port of its own.
pub struct Server {
    pub url: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves `steps`, one a connection; the last one again and again.
    pub async fn start(steps: impl IntoIterator<Item = Step>) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").await.unwrap(), steps)
    }

    /// As [`Server::start`], on a listener of the caller's.
    pub fn on(listener: TcpListener, steps: impl IntoIterator<Item = Step>) -> Self {
        let url = format!("http://{}", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        tokio::spawn(serve(
            listener,
            steps.into_iter().collect(),
            Arc::clone(&requests),
        ));
        Self { url, requests }
    }

    /// The heads and bodies of the requests so far.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    /// The only request so far.
    pub fn request(&self) -> String {
        let requests = self.requests();
        assert_eq!(requests.len(), 1, "{requests:?}");
        requests.concat()
    }
}

/// A whole response with `Content-Length`; `headers` are lines that each end in `\r\n`.
pub fn answer(status: &str, headers: &str, body: &str) -> Step {
    let length = body.len();
    Step::Answer(format!(
        "HTTP/1.1 {status}\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    ))
}

/// `200 OK` with a JSON body.
pub fn json(body: &str) -> Step {
    answer("200 OK", "Content-Type: application/json\r\n", body)
}

async fn serve(listener: TcpListener, steps: Vec<Step>, requests: Arc<Mutex<Vec<String>>>) {
    for index in 0.. {
        let (mut stream, _) = listener.accept().await.unwrap();
        let request = read(&mut stream).await;
        requests.lock().unwrap().push(request);
        match steps.get(index).or(steps.last()).unwrap().clone() {
            Step::Answer(text) => drop(stream.write_all(text.as_bytes()).await),
            Step::Drop => {}
            Step::Hang => drop(tokio::spawn(async move {
                tokio::time::sleep(Duration::from_secs(60)).await;
                drop(stream);
            })),
        }
    }
}

async fn read(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    while !is_whole(&String::from_utf8_lossy(&bytes)) {
        let mut chunk = [0; 4096];
        match stream.read(&mut chunk).await {
            Ok(count) if count > 0 => bytes.extend(chunk.iter().take(count)),
            _ => break,
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn is_whole(request: &str) -> bool {
    let Some((head, body)) = request.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    length.is_none_or(|length| body.len() >= length.parse().unwrap())
}
