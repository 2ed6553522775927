//! A server that answers every request with the same list of services.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// Starts the server, which runs until the program ends; returns its base URL and the size of the body.
pub fn serve(services: usize) -> io::Result<(String, usize)> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let address = format!("http://{}", listener.local_addr()?);
    let body = body(services);
    let length = body.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    );
    let response = [head.as_bytes(), body.as_bytes()].concat();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let response = response.clone();
            thread::spawn(move || answer(stream, &response));
        }
    });
    Ok((address, length))
}

fn answer(stream: TcpStream, response: &[u8]) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut stream = stream;
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(());
        }
        if line == "\r\n" {
            stream.write_all(response)?;
        }
    }
}

fn body(services: usize) -> String {
    let services: Vec<String> = (0..services).map(service).collect();
    format!("[{}]", services.join(","))
}

fn service(number: usize) -> String {
    format!(
        r#"{{"service_id":"{number:010}","project_id":"rp1pz7uyae","name":"service \"{number}\" of a list","region_code":"eu-central-1",
        "service_type":"TIMESCALEDB","created":"2026-03-14T09:26:53.589793Z","status":"READY",
        "resources":[{{"id":"{number}","spec":{{"cpu_millis":{cpu},"memory_gbs":16,"volume_type":"io2"}}}},
                     {{"id":"{number}-2","spec":{{"cpu_millis":{cpu},"memory_gbs":16,"volume_type":"io2"}}}}],
        "metadata":{{"environment":"PROD"}},"endpoint":{{"host":"{number}.tsdb.example.com","port":31415}},"vpcEndpoint":null,
        "forked_from":{{"project_id":"rp1pz7uyae","service_id":"p7zm9wqqii","is_standby":false}},
        "ha_replicas":{{"sync_replica_count":1,"replica_count":2}},
        "connection_pooler":{{"endpoint":{{"host":"{number}.pool.example.com","port":6432}}}},
        "read_replica_sets":[{{"id":"r{number}","name":"readers","status":"active","nodes":2,"cpu_millis":{cpu},"memory_gbs":16,
            "metadata":{{"environment":"PROD"}},"endpoint":{{"host":"r.example.com","port":5432}}}}]}}"#,
        cpu = 1000 + number % 4000,
    )
}
