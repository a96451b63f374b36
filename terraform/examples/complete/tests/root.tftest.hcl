# What the root refuses.
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



run "refused" {
  command = plan
  variables {
    environment    = "Production"
    terminals_host = "https://devices.example.com:8444"
  }
  expect_failures = [var.environment, var.terminals_host]
}
