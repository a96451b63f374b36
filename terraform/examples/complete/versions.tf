terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }

  # Where the state lies is yours to say: an encrypted bucket with versions and a lock, for example.
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Application = "tillgate"
      Environment = var.environment
    }
  }
}
