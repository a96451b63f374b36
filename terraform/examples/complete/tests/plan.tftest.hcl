# What may not change by accident, and what is refused.
mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  region             = "eu-west-1"
  environment        = "test"
  availability_zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  bucket             = "example-tillgate-test"
  terminals_host     = "devices.example.com"
}

run "bad_environment" {
  command = plan
  variables { environment = "Production" }
  expect_failures = [var.environment]
}

run "bad_terminals_host" {
  command = plan
  variables { terminals_host = "https://devices.example.com:8444" }
  expect_failures = [var.terminals_host]
}
