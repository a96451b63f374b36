# One apply against a provider that only pretends: the modules fit together, and the outputs are the chart's values.
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

run "everything" {
  command = apply

  assert {
    condition     = output.chart_values.database.host == "tillgate-test.abcdefghijkl.eu-west-1.rds.amazonaws.com"
    error_message = "the chart is not told where the database is"
  }

  assert {
    condition     = output.chart_values.terminals.mqtt.port == 8883 && output.chart_values.terminals.device.port == 8444
    error_message = "terminals would knock at the wrong door"
  }

  assert {
    condition     = output.chart_values.networkPolicy.databaseTo[0].ipBlock.cidr == "10.20.208.0/24"
    error_message = "the pods could not reach the database"
  }

  assert {
    condition     = length(output.terminals_addresses) == 3 && length(output.exit_addresses) == 3
    error_message = "each zone needs an address of its own, in and out"
  }
}
